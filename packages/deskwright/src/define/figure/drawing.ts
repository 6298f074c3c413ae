import type { Columns } from '../columns/column.ts'

/** The name of a column: one of the row type's when that is known, any text when it is not. */
export type Field<Row> = keyof Row & string

type AnyRow = Readonly<Record<string, unknown>>

/** One trace for each of the `y` columns, and for each value of the `by` column. */
interface Series<Row> {
  /** The column along the axis: dates, numbers or names. Names keep the order of the rows. */
  readonly x: Field<Row>
  /** The column of values, or several. A value that is missing leaves a gap. */
  readonly y: Field<Row> | readonly Field<Row>[]
  /** Splits the rows: each value of this column becomes a trace of its own. */
  readonly by?: Field<Row>
}

/** Lines and points. */
export interface LineDrawing<Row = AnyRow> extends Series<Row> {
  readonly kind?: 'line' | 'area' | 'stackedArea' | 'scatter'
}

/** Bars. */
export interface BarDrawing<Row = AnyRow> extends Series<Row> {
  readonly kind: 'bar' | 'stackedBar' | 'horizontalBar'
}

/** How the `y` values at each `x` are spread. */
export interface BoxDrawing<Row = AnyRow> extends Series<Row> {
  readonly kind: 'box'
}

/** One of the three: as one type, a wrong call is explained by it and not by another kind. */
interface SeriesDrawing<Row> extends Series<Row> {
  /**
   * Default `line`. `area` fills down to zero, `stackedArea` and `stackedBar` put one upon the other, `horizontalBar` has room
   * for long names, `box` shows how the values at each `x` are spread.
   */
  readonly kind?: (LineDrawing | BarDrawing | BoxDrawing)['kind']
}

/** How often values occur, in bins. */
export interface HistogramDrawing<Row = AnyRow> {
  readonly kind: 'histogram'
  /** The column whose values are counted. */
  readonly x: Field<Row>
  readonly by?: Field<Row>
}

/** Shares of a whole, clockwise in the order of the rows. */
export interface PieDrawing<Row = AnyRow> {
  readonly kind: 'pie'
  /** The column of names. */
  readonly x: Field<Row>
  /** The column of sizes. */
  readonly y: Field<Row>
}

/** A coloured cell for each pair of `x` and `y`. */
export interface HeatmapDrawing<Row = AnyRow> {
  readonly kind: 'heatmap'
  readonly x: Field<Row>
  readonly y: Field<Row>
  /** The column of values, shown as colours. */
  readonly z: Field<Row>
}

/** The four prices of each period. */
export interface CandlestickDrawing<Row = AnyRow> {
  readonly kind: 'candlestick'
  /** The column of dates. */
  readonly x: Field<Row>
  /** The columns of prices. Default: `open`, `high`, `low`, `close`. */
  readonly ohlc?: {
    readonly open: Field<Row>
    readonly high: Field<Row>
    readonly low: Field<Row>
    readonly close: Field<Row>
  }
}

/** What is drawn of rows, and from which columns. */
export type Drawing<Row = AnyRow> = (
  | SeriesDrawing<Row>
  | HistogramDrawing<Row>
  | PieDrawing<Row>
  | HeatmapDrawing<Row>
  | CandlestickDrawing<Row>
) & {
  /** Titles and number formats of the axes, as in a table: `{ close: column.number('Close', { prefix: '$' }) }`. */
  readonly columns?: Columns
}

/** The kinds of chart that rows can become. */
export type DrawingKind = NonNullable<Drawing['kind']>

/** The columns that a drawing reads. */
export function toFields(drawing: Drawing): string[] {
  const { x, y, by, z, ohlc } = drawing as Partial<Record<'x' | 'y' | 'by' | 'z', string>> &
    Pick<CandlestickDrawing, 'ohlc'>
  const prices = drawing.kind === 'candlestick' ? Object.values({ ...usualPrices, ...ohlc }) : []
  return [...new Set([x, y, by, z, ...prices].flat().filter((name) => name !== undefined))]
}

/** Where the prices of a candlestick are, unless `ohlc` says otherwise. */
export const usualPrices = { open: 'open', high: 'high', low: 'low', close: 'close' } as const
