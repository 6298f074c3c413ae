import type {
  AggFunc,
  ChartDataType,
  FormatterFn,
  RenderFn,
  WireColorRule,
  WireRenderFnParams,
} from '../../spec/types.ts'
import type { AnyParam } from '../params/param.ts'
import type { ClickTarget } from './column.ts'

/** What every column may say. The keys are the wire's; `sets` is ours. */
export interface ColumnOptions {
  readonly headerTooltip?: string
  readonly align?: 'left' | 'center' | 'right'
  /** Pixels. */
  readonly width?: number
  /** Pixels. */
  readonly minWidth?: number
  /** Pixels. */
  readonly maxWidth?: number
  readonly hide?: boolean
  readonly pinned?: 'left' | 'right'
  readonly rowGroup?: boolean
  readonly aggFunc?: AggFunc
  readonly sort?: 'asc' | 'desc'
  readonly sortIndex?: number
  readonly chartDataType?: ChartDataType
  readonly formatterFn?: FormatterFn
  /** 0 to 6. */
  readonly decimalPlaces?: 0 | 1 | 2 | 3 | 4 | 5 | 6
  readonly prefix?: string
  readonly suffix?: string
  /** Render functions without settings; the others follow from `sets`, `sendToAgent`, `colorRules` and `hoverCard`. */
  readonly renderFn?: PlainRenderFn | readonly PlainRenderFn[]
  /** Live grids: may the socket change this column? Default `true`. */
  readonly enableCellChangeWs?: boolean
  /** A click on a cell sets this parameter in every widget that shares it. */
  readonly sets?: AnyParam | ClickTarget
  /** A click on a cell sends this text to the agent; `{field}` stands for a value of the row. */
  readonly sendToAgent?: NonNullable<WireRenderFnParams['sendToAgent']>
  /** Colours by value; the first rule that fits decides. */
  readonly colorRules?: readonly WireColorRule[]
  /** Applies `colorRules` and the live flash to another field of the row. */
  readonly colorValueKey?: string
  /** Shows a card over the cell; the cell's value is an object. */
  readonly hoverCard?: NonNullable<WireRenderFnParams['hoverCard']>
}

/** Render functions that need no settings. */
export type PlainRenderFn = Exclude<RenderFn, 'cellOnClick' | 'columnColor'>
