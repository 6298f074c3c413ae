import { metric, newsfeed, table } from '../../index.ts'
import type { AnyParam } from '../../define/params/param.ts'
import type { AnyWidget } from '../../define/widget.ts'
import { createFragment } from '../../sql/fragment.ts'
import { ssrmTable, type Database, type SqlColumn, type SqlFragment } from '../../sql/index.ts'
import { selectFields, toTableFields } from '../data/table-fields.ts'
import type { CommonOptions, WidgetTools } from '../found.ts'
import { bindQuery, type BoundQuery } from './bind-query.ts'
import type { QueryFile, QueryType } from './query-file.ts'
import { createRefuseLine, type RefuseLine } from './refuse-line.ts'
import { toArticles, toMetrics, type QueryRow } from './to-answers.ts'
import { nameColumns, toQueryChart } from './query-chart.ts'
import { toParams } from './to-params.ts'

/** A query with everything that its widget needs. */
export interface Prepared {
  readonly file: QueryFile
  readonly bind: BoundQuery
  readonly columns: readonly SqlColumn[]
  readonly params: Readonly<Record<string, AnyParam>>
  readonly database: Database
  readonly options: CommonOptions & { readonly params: Readonly<Record<string, AnyParam>> }
  readonly refuse: RefuseLine
}

/** Makes the widget of an SQL file. Throws `folder-file-broken` and what the database says of the query. */
export async function toQueryWidget(
  path: string,
  file: QueryFile,
  { database, shared, common }: WidgetTools,
): Promise<AnyWidget> {
  const refuse = createRefuseLine(path)
  const params = toParams(file.params, database, shared, refuse)
  const bind = bindQuery(file.text, Object.keys(params), refuse)
  const defaults = toDefaults(params)
  for (const { name, query, line } of file.params) {
    if (query === undefined) continue
    const choices = bindQuery(query, Object.keys(params), refuse)(defaults)
    await database.columns(choices).catch((error: Error) => {
      const [reason = ''] = error.message.split('\n')
      refuse(line, `the choices of "${name}" cannot be read: ${reason.replace(/^The query failed: /, '')}`)
    })
  }
  const columns = await database.columns(bind(defaults))
  const options = {
    ...common,
    ...(file.description !== undefined && { description: file.description }),
    params,
  }
  return makers[file.type]({ file, bind, columns, params, database, options, refuse })
}

const makers: Readonly<Record<QueryType, (prepared: Prepared) => AnyWidget>> = {
  table: toTable,
  ssrm_table: toServerTable,
  chart: toQueryChart,
  metric({ bind, database, options }) {
    return metric({
      ...options,
      load: async (values, { signal }) => toMetrics(await database.query<QueryRow>(bind(values)).rows(signal)),
    })
  },
  newsfeed({ file, bind, columns, database, options, refuse }) {
    const line = file.lines.get('type') ?? 1
    for (const needed of ['title', 'date']) {
      if (columns.every(({ name }) => name !== needed))
        refuse(line, `a newsfeed needs a column "${needed}"`, nameColumns(columns))
    }
    return newsfeed({
      ...options,
      load: async (values, { signal }) => toArticles(await database.query<QueryRow>(bind(values)).rows(signal)),
    })
  },
}

const largestTable = 100_000 // rows

function toTable({ bind, columns, database, options }: Prepared): AnyWidget {
  const { display, select } = toDisplay(columns, database)
  return table({
    ...options,
    ...display,
    load: (values) => database.query(select(bind(values)), { maxRows: largestTable }),
  })
}

function toServerTable({ bind, columns, database, options }: Prepared): AnyWidget {
  const { display, select } = toDisplay(columns, database)
  return ssrmTable({ ...options, ...display, db: database, from: (values) => select(bind(values)) })
}

function toDisplay(columns: readonly SqlColumn[], { engine }: Database) {
  const fields = toTableFields(columns, engine.dialect)
  return {
    display: { enableCharts: true, columns: Object.fromEntries(fields.map(({ field, column }) => [field, column])) },
    select: (query: SqlFragment) => selectFields(fields, createFragment(['(', ...query.parts, '\n) as q'])),
  }
}

function toDefaults(params: Readonly<Record<string, AnyParam>>): Record<string, unknown> {
  const clock = { now: Date.now }
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => {
      const decoded = param.decode(undefined, clock)
      return [name, 'value' in decoded ? decoded.value : null]
    }),
  )
}
