import { table } from '../../index.ts'
import { createFragment } from '../../sql/fragment.ts'
import { ssrmTable } from '../../sql/index.ts'
import type { AnyWidget } from '../../define/widget.ts'
import type { WidgetTools } from '../found.ts'
import { answerSteadily, loadSteadily } from '../load-steadily.ts'
import { arePlain, selectFields } from './select-fields.ts'
import { toTableFields } from './table-fields.ts'
import type { TableSource } from './table-source.ts'

/** The largest table whose rows are sent as a whole. */
const plainTable = { rows: 10_000, cells: 500_000 } as const

/** Makes a table widget. What is too large to be sent as a whole is paged on the server. */
export function toTableWidget(source: TableSource, { database, files, common, view }: WidgetTools): AnyWidget {
  const fields = toTableFields(source.columns)
  const select = selectFields(fields, createFragment([source.source]))
  const options = {
    ...common,
    description: common.description ?? describe(source),
    columns: Object.fromEntries(fields.map(({ field, column }) => [field, column])),
    enableCharts: true,
  }
  if (isLarge(source)) {
    const from = view !== undefined && arePlain(fields) ? database.table(view) : select
    return answerSteadily(ssrmTable({ ...options, from, db: database }), source.files, files)
  }
  return table({
    ...options,
    load: (_, { signal }) => loadSteadily(() => database.query(select), source.files, files, signal),
  })
}

/** Whether a table is too large to be sent as a whole. */
export function isLarge({ rows, columns }: Pick<TableSource, 'rows' | 'columns'>): boolean {
  return rows === undefined || rows > plainTable.rows || rows * columns.length > plainTable.cells
}

function describe({ files, rows, columns }: TableSource): string {
  const [first] = files
  const what = files.length === 1 ? first!.path : `${files.length} files`
  const count = rows === undefined ? '' : `${rows.toLocaleString('en')} rows, `
  return `${what}: ${count}${columns.length} columns`
}
