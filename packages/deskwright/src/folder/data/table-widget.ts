import { table } from '../../index.ts'
import { createFragment } from '../../sql/fragment.ts'
import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { AnyWidget } from '../../define/widget.ts'
import type { WidgetTools } from '../found.ts'
import { loadSteadily } from '../load-steadily.ts'
import { toTableFields } from './table-fields.ts'
import type { TableSource } from './table-source.ts'

/** The largest table whose rows are sent as a whole. */
export const plainTable = { rows: 10_000, cells: 500_000 } as const

/** Makes a table widget. What is too large to be sent as a whole is paged on the server. */
export function toTableWidget(source: TableSource, { database, files, common }: WidgetTools): AnyWidget {
  const fields = toTableFields(source.columns)
  const columns = Object.fromEntries(fields.map(({ field, column }) => [field, column]))
  const list = fields.map(({ field, expression }) => `${expression} as ${duckdbDialect.quoteIdentifier(field)}`)
  const select = `select ${list.join(', ')} from ${source.source}`
  const limited = isLarge(source) ? `${select} limit ${plainTable.rows}` : select
  return table({
    ...common,
    description: common.description ?? describe(source),
    columns,
    enableCharts: true,
    load: (_, { signal }) => loadSteadily(() => database.query(createFragment([limited])), source.files, files, signal),
  })
}

function isLarge({ rows, columns }: TableSource): boolean {
  return rows === undefined || rows > plainTable.rows || rows * columns.length > plainTable.cells
}

function describe({ files, rows, columns }: TableSource): string {
  const [first] = files
  const what = files.length === 1 ? first!.path : `${files.length} files`
  const count = rows === undefined ? '' : `${rows.toLocaleString('en')} rows, `
  return `${what}: ${count}${columns.length} columns`
}
