import type { WireSparkline } from '../spec/types.ts'
import type { ColumnOptions } from './columns/column-options.ts'
import { createColumn, type Column } from './columns/column.ts'

/** A number as rows may hold it. */
type Numeric = number | bigint

/** What a hover-card cell holds: the shown value and whatever the card mentions. */
export interface HoverCardCell {
  readonly value?: unknown
  readonly [field: string]: unknown
}

/** One point of a sparkline. */
export type SparklinePoint = number | null | readonly [unknown, number] | Readonly<Record<string, unknown>>

/** Settings of a sparkline; the keys are the wire's. */
export interface SparklineColumnOptions extends Omit<ColumnOptions, 'hoverCard' | 'colorRules'>, WireSparkline {}

/** The column types: each fixes how cells are shown and what rows must hold. */
export const column = {
  /** Text. */
  text: (headerName: string, options: ColumnOptions = {}): Column<string> =>
    createColumn(headerName, { cellDataType: 'text' }, options),
  /** A number with separators. */
  number: (headerName: string, options: ColumnOptions = {}): Column<Numeric> =>
    createColumn(headerName, { cellDataType: 'number' }, options),
  /** A whole number with separators. */
  integer: (headerName: string, options: ColumnOptions = {}): Column<Numeric> =>
    createColumn(headerName, { cellDataType: 'number', formatterFn: 'int' }, options),
  /** A percentage as it is: 5 is shown as 5 %. */
  percent: (headerName: string, options: ColumnOptions = {}): Column<Numeric> =>
    createColumn(headerName, { cellDataType: 'number', formatterFn: 'percent' }, options),
  /** A ratio: 0.05 is shown as 5 %. */
  normalizedPercent: (headerName: string, options: ColumnOptions = {}): Column<Numeric> =>
    createColumn(headerName, { cellDataType: 'number', formatterFn: 'normalizedPercent' }, options),
  /** A day or a time as ISO 8601 text, or a `Date`. */
  date: (headerName: string, options: ColumnOptions = {}): Column<string | Date> =>
    createColumn(headerName, { cellDataType: 'dateString' }, options),
  boolean: (headerName: string, options: ColumnOptions = {}): Column<boolean> =>
    createColumn(headerName, { cellDataType: 'boolean' }, options),
  /** Any object; mostly for cells that only code reads. */
  object: (headerName: string, options: ColumnOptions = {}): Column<object> =>
    createColumn(headerName, { cellDataType: 'object' }, options),
  /** A cell with a card on hover: rows hold `{ value, … }`. */
  hoverCard: (headerName: string, options: ColumnOptions = {}): Column<HoverCardCell> =>
    createColumn(headerName, { cellDataType: 'object' }, { hoverCard: {}, ...options }),
  /** A small chart in the cell: rows hold an array of numbers, `[x, y]` pairs or objects. */
  sparkline: (headerName: string, settings: SparklineColumnOptions): Column<readonly SparklinePoint[]> => {
    const { type, dataField, options, ...plain } = settings
    const sparkline = { type, ...(dataField !== undefined && { dataField }), ...(options && { options }) }
    return createColumn(headerName, { sparkline }, plain)
  },
} as const
