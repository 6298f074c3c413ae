import type { RenderFn, WireColumn } from '../../spec/types.ts'
import { isObject } from '../answers/object.ts'
import type { AnyParam } from '../params/param.ts'
import type { ColumnOptions } from './column-options.ts'

declare const cellType: unique symbol

/** What a click on a cell sets: a parameter, by reference. Workspace moves every widget that shares it. */
export interface ClickTarget {
  readonly param: AnyParam
  /** Takes the value from this field of the row instead of the cell. */
  readonly valueField?: string
  /** Also fetches the clicked widget again. */
  readonly forceUpdate?: boolean
}

/** A column of a table. `Cell` is what rows hold for it. */
export interface Column<Cell = unknown> {
  readonly [cellType]?: Cell
  /** The wire's keys, without `field` and what follows from references. */
  readonly wire: Omit<WireColumn, 'field'>
  readonly sets?: ClickTarget
}

/** Any column. */
// any: a bound over every cell type
export type AnyColumn = Column<any>

/** Whether a factory made it, of whichever copy of the library. */
export function isColumn(value: unknown): value is AnyColumn {
  return isObject(value) && isObject(value['wire']) && 'headerName' in value['wire']
}

/** Columns by field: the record key is the `field`. */
export type Columns = Readonly<Record<string, AnyColumn>>

/** One row as a loader gives it: a cell for each declared column, and whatever else. A cell may be empty. */
export type Row<C extends Columns> = string extends keyof C
  ? object
  : { readonly [Field in keyof C]: (C[Field] extends Column<infer Cell> ? Cell : never) | null | undefined }

/** Builds a column. The render functions that a feature needs follow from the feature. */
export function createColumn<Cell>(
  headerName: string,
  defaults: Partial<WireColumn>,
  options: ColumnOptions,
): Column<Cell> {
  const { sets, sendToAgent, colorRules, colorValueKey, hoverCard, renderFn = [], ...plain } = options
  const renderFns = new Set<RenderFn>([renderFn].flat())
  if (sets !== undefined || sendToAgent !== undefined) renderFns.add('cellOnClick')
  if (colorRules !== undefined) renderFns.add('columnColor')
  if (hoverCard !== undefined) renderFns.add('hoverCard')

  const renderFnParams = {
    ...(sendToAgent && { actionType: 'sendToAgent' as const, sendToAgent }),
    ...(hoverCard && { hoverCard }),
    ...(colorRules && { colorRules }),
    ...(colorValueKey !== undefined && { colorValueKey }),
  }
  const wire: Record<string, unknown> = { headerName, ...defaults, ...plain }
  if (renderFns.size > 0) wire['renderFn'] = renderFns.size === 1 ? [...renderFns][0] : [...renderFns]
  if (Object.keys(renderFnParams).length > 0) wire['renderFnParams'] = renderFnParams
  return {
    wire: wire as unknown as Column['wire'],
    ...(sets !== undefined && { sets: isClickTarget(sets) ? sets : { param: sets } }),
  }
}

function isClickTarget(sets: AnyParam | ClickTarget): sets is ClickTarget {
  return typeof sets === 'object' && sets !== null && 'param' in sets
}
