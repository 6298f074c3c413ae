import type { WireState } from '../spec/types.ts'
import type { ParamValues } from './params/param-values.ts'
import type { Params } from './params/param.ts'
import type { AnyWidget, Widget } from './widget.ts'

/** Widgets that Workspace brings along. */
export type BuiltInWidget = `rich_note${string}` | 'navigation_bar' | 'clock' | 'rss_viewer' | 'iframe'

/** Where a widget goes, in grid units: 40 columns, rows downwards. */
export interface Box {
  /** The column. With `y`: the exact place. Without: the next in the row. */
  readonly x?: number
  readonly y?: number
  readonly w?: number
  readonly h?: number
}

/** What a placed widget starts with. The keys are the wire's. */
export interface PlaceState<P extends Params> extends Omit<WireState, 'params'> {
  /** Initial values of its parameters. */
  readonly params?: Partial<ParamValues<P>>
}

/** Options of a place. */
export interface PlaceOptions<P extends Params> extends Box {
  readonly minW?: number
  readonly minH?: number
  readonly maxW?: number
  readonly maxH?: number
  readonly static?: boolean
  readonly state?: PlaceState<P>
}

declare const placed: unique symbol

/** A widget with a place. */
export interface Place extends PlaceOptions<Params> {
  readonly [placed]?: true
  readonly widget: AnyWidget | BuiltInWidget
}

/**
 * Says more about a widget in a layout: its size, its exact place, what it starts with.
 * @see apps-json §4
 */
export function place<P extends Params>(widget: Widget<P> | BuiltInWidget, options: PlaceOptions<P>): Place {
  return { ...options, widget }
}
