import type { Awaitable } from '../internal/awaitable.ts'
import type { WireGridData, WidgetTypeName } from '../spec/types.ts'
import { isObject } from './answers/object.ts'
import type { Answer } from './answers/answer.ts'
import type { Columns } from './columns/column.ts'
import type { Context } from './context.ts'
import type { ParamValues } from './params/param-values.ts'
import type { Params } from './params/param.ts'
import type { WidgetSocket } from './socket.ts'
import type { WidgetOptions } from './widget-options.ts'

/** What is true of every widget of one type. Each type is one module in `widgets/` that declares this. */
export interface WidgetType {
  readonly type: WidgetTypeName
  readonly methods: readonly ('GET' | 'POST')[]
  /** The size when the author gives none. */
  readonly gridData: WireGridData
  readonly answer: Answer
  /** The answer to `?raw=true`, for types that have a raw view. */
  readonly rawAnswer?: Answer
}

/** Answers a request: the decoded params, what else is known, and the JSON body of a POST. */
export type Load = (values: never, context: Context, body: unknown) => unknown

/** One more thing a widget answers, below its endpoint: a datafeed has several. */
export interface SubRoute {
  /** Relative to the endpoint: `history`. */
  readonly path: string
  readonly params: Params
  readonly load: Load
  readonly answer: Answer
}

declare const resultType: unique symbol

/** A widget as its factory made it. Its id is the key it is registered under. `Result` is what its data is, decoded. */
export interface Widget<P extends Params = Params, Result = unknown> {
  readonly [resultType]?: Result
  readonly type: WidgetType
  readonly options: WidgetOptions<P>
  readonly params: P
  /** Absent: served elsewhere, or by sub-routes. */
  readonly load?: Load
  readonly rawLoad?: Load
  readonly columns?: Columns
  /** The wire's `data`, without the columns. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Wire keys that only this type has. */
  readonly wire?: Readonly<Record<string, unknown>>
  readonly routes?: readonly SubRoute[]
  readonly socket?: WidgetSocket
}

/** Any widget. */
// any: a bound over every set of params and every result
export type AnyWidget = Widget<any, any>

/** Whether a factory made it, of whichever copy of the library. */
export function isWidget(value: unknown): value is AnyWidget {
  return isObject(value) && isObject(value['type']) && 'answer' in value['type'] && isObject(value['options'])
}

/** What a factory adds to the options. */
export type WidgetParts = Pick<Widget, 'load' | 'rawLoad' | 'columns' | 'data' | 'wire' | 'routes' | 'socket'> & {
  readonly params?: Params
}

/** Builds a widget of a type. */
export function createWidget<P extends Params, Result>(
  type: WidgetType,
  options: WidgetOptions<P>,
  parts: WidgetParts,
): Widget<P, Result> {
  return { type, options, ...parts, params: (parts.params ?? options.params ?? {}) as P }
}

/** The type of a loader over `P` that gives `Result`. */
export type LoadOf<P extends Params, Result> = (params: ParamValues<P>, context: Context) => Awaitable<Result>
