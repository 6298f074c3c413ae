import { chart, metric, newsfeed, table } from '../../index.ts'
import type { AnyParam } from '../../define/params/param.ts'
import type { AnyWidget } from '../../define/widget.ts'
import { findNearest } from '../../internal/nearest.ts'
import { createFragment } from '../../sql/fragment.ts'
import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { Database, SqlColumn, SqlFragment } from '../../sql/index.ts'
import { plainTable } from '../data/table-widget.ts'
import { toTableFields } from '../data/table-fields.ts'
import type { CommonOptions, WidgetTools } from '../found.ts'
import { bindQuery, type BoundQuery } from './bind-query.ts'
import type { QueryFile, QueryType } from './query-file.ts'
import { createRefuseLine, type RefuseLine } from './refuse-line.ts'
import { toArticles, toMetrics } from './to-answers.ts'
import { toFigure, type ChartPlan, type ChartRow } from './to-figure.ts'
import { toParams } from './to-params.ts'

/** A query with everything that its widget needs. */
interface Prepared {
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
  chart: toChart,
  metric({ bind, database, options }) {
    return metric({
      ...options,
      load: async (values, { signal }) => toMetrics(await database.query<ChartRow>(bind(values)).rows(signal)),
    })
  },
  newsfeed({ file, bind, columns, database, options, refuse }) {
    const line = file.lines.get('type') ?? 1
    for (const needed of ['title', 'date']) {
      if (columns.every(({ name }) => name !== needed))
        refuse(line, `a newsfeed needs a column "${needed}"`, toNames(columns))
    }
    return newsfeed({
      ...options,
      load: async (values, { signal }) => toArticles(await database.query<ChartRow>(bind(values)).rows(signal)),
    })
  },
}

function toTable({ bind, columns, database, options }: Prepared): AnyWidget {
  const fields = toTableFields(columns)
  const list = fields.map(({ field, expression }) => `${expression} as ${duckdbDialect.quoteIdentifier(field)}`)
  const wrap = (query: SqlFragment) => createFragment([`select ${list.join(', ')} from (`, ...query.parts, '\n) as q'])
  return table({
    ...options,
    columns: Object.fromEntries(fields.map(({ field, column }) => [field, column])),
    enableCharts: true,
    load: (values) => database.query(wrap(bind(values)), { maxRows: plainTable.rows * 10 }),
  })
}

function toChart({ file, bind, columns, database, options, refuse }: Prepared): AnyWidget {
  const plan = toPlan(file, columns, refuse)
  const rows = async (values: Readonly<Record<string, unknown>>, signal: AbortSignal) =>
    database.query<ChartRow>(bind(values)).rows(signal)
  return chart({
    ...options,
    load: async (values, { theme, signal }) => toFigure(await rows(values, signal), plan, theme),
    raw: (values) => database.query(bind(values)),
  })
}

const candles = ['open', 'high', 'low', 'close'] as const

function toPlan(
  { x, y, by, kind = 'line', lines }: QueryFile,
  columns: readonly SqlColumn[],
  refuse: RefuseLine,
): ChartPlan {
  const day = columns.find(({ type }) => /^(?:DATE|TIMESTAMP)/.test(type))
  const find = (key: 'x' | 'y' | 'by', wanted: string): string => {
    const found = columns.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    const nearest = findNearest(
      wanted,
      columns.map(({ name }) => name),
    )
    const hint = nearest === undefined ? toNames(columns) : `Did you mean ${nearest}? ${toNames(columns)}`
    return found?.name ?? refuse(lines.get(key) ?? lines.get('type') ?? 1, `the query has no column "${wanted}"`, hint)
  }
  const drawn = y.length === 0 && kind === 'candlestick' ? candles : y
  if (kind === 'candlestick' && drawn.length !== candles.length) {
    refuse(lines.get('y') ?? 1, 'a candlestick draws four columns', 'Write: -- y open, high, low, close')
  }
  return {
    kind,
    x: find('x', x ?? day?.name ?? 'date'),
    y: drawn.map((column) => find('y', column)),
    by: by === undefined ? undefined : find('by', by),
  }
}

function toNames(columns: readonly SqlColumn[]): string {
  return `It has ${columns.map(({ name }) => name).join(', ')}.`
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
