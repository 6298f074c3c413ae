import { table } from '../../index.ts'
import { createFragment } from '../../sql/fragment.ts'
import { ssrmTable } from '../../sql/index.ts'
import type { AnyWidget } from '../../define/widget.ts'
import type { WidgetTools } from '../found.ts'
import { answerSteadily, loadSteadily } from '../load-steadily.ts'
import { isLarge } from './is-large.ts'
import { arePlain, selectFields, toTableFields } from './table-fields.ts'
import type { TableSource } from './table-source.ts'

/** A text file is read from its beginning for whatever is asked of it, so a large one takes a while. */
const timeout = 120_000

/** Makes a table widget. What is too large to be sent as a whole is paged on the server. */
export function toTableWidget(source: TableSource, { database, files, reads, common, view }: WidgetTools): AnyWidget {
  const fields = toTableFields(source.columns, database.engine.dialect)
  const select = selectFields(fields, createFragment([source.source]))
  const reading = { paths: source.files, files, reads }
  const options = {
    ...common,
    description: common.description ?? describe(source),
    columns: Object.fromEntries(fields.map(({ field, column }) => [field, column])),
    enableCharts: true,
    timeout,
  }
  if (isLarge(source.rows, fields.length)) {
    const from = view !== undefined && arePlain(fields) ? database.table(view) : select
    return answerSteadily(ssrmTable({ ...options, from, db: database }), reading)
  }
  return table({
    ...options,
    load: (_, { signal }) => loadSteadily(() => database.query(select), reading, signal),
  })
}

function describe({ files, rows, columns }: TableSource): string {
  const [first] = files
  const what = files.length === 1 ? first!.path : `${files.length} files`
  const count = rows === undefined ? '' : `${rows.toLocaleString('en')} rows, `
  return `${what}: ${count}${columns.length} columns`
}
