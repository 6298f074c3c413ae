import type { Row, WireColumn } from 'deskwright/spec'
import { cellValue } from '../../grid/cell-value.ts'
import { toNumber } from '../../grid/format-value.ts'
import type { ChartFields } from './chart-fields.ts'
import { toText } from '../../grid/to-text.ts'

/** The values of a chart, column by column. */
export interface ChartValues {
  readonly categories: readonly (readonly (string | number)[])[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** Reads a chart's values from rows. Without a category the rows are counted. */
export function toChartValues(rows: readonly Row[], { categories, series }: ChartFields): ChartValues {
  const counted = rows.map((_, index) => index + 1)
  const labels = categories.map((column) => rows.map((row) => toLabel(column, row)))
  return {
    categories: labels.length > 0 ? labels : [counted],
    series: series.map((column) => ({
      name: column.headerName,
      values: rows.map((row) => toNumber(cellValue(column, row), { cellDataType: 'number' }) ?? null),
    })),
  }
}

function toLabel(column: WireColumn, row: Row): string | number {
  const value = cellValue(column, row)
  return typeof value === 'number' ? value : toText(value)
}
