import type { DrawingKind } from '../../define/figure/drawing.ts'

/** What an SQL file becomes. */
export const queryTypes = ['table', 'ssrm_table', 'metric', 'chart', 'newsfeed'] as const

export type QueryType = (typeof queryTypes)[number]

/** How a chart draws its rows. */
export const chartKinds = [
  'line',
  'area',
  'stackedArea',
  'scatter',
  'bar',
  'stackedBar',
  'horizontalBar',
  'box',
  'histogram',
  'pie',
  'heatmap',
  'candlestick',
] as const satisfies readonly DrawingKind[]

/** The types that a parameter of an SQL file can have. */
export const paramTypes = ['text', 'number', 'boolean', 'date', 'ticker', 'tabs', 'endpoint'] as const

/** A parameter as the header declares it. */
export interface ParamDeclaration {
  readonly name: string
  readonly type: (typeof paramTypes)[number]
  readonly line: number
  /** The query that gives the choices. */
  readonly query?: string
  readonly options?: readonly string[]
  readonly default?: string
  readonly label?: string
  readonly description?: string
  /** Several values at once. */
  readonly multiple: boolean
}

/** An SQL file, read. */
export interface QueryFile {
  readonly name?: string
  readonly description?: string
  readonly type: QueryType
  readonly x?: string
  readonly y: readonly string[]
  readonly z?: string
  readonly by?: string
  readonly kind: DrawingKind
  readonly params: readonly ParamDeclaration[]
  /** The whole text, so that lines are those of the file. */
  readonly text: string
  /** The lines of the header, by key: for messages. */
  readonly lines: ReadonlyMap<string, number>
}
