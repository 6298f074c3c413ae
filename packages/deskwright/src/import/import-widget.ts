import { gridColumns, gridRows } from '../spec/constants.ts'
import { rawWidgetTypes } from '../spec/widgets/widget-types.ts'
import type { AcceptedWidget } from '../spec/widgets/accepted-widget.ts'
import type { WireData } from '../spec/types.ts'
import { isAbsolute, type Verdict } from './addresses.ts'
import { type Code, type CodePart, isBlank, quote, toCall, toLiteral, toObject } from './code.ts'
import { importColumn } from './import-column.ts'
import { leaveOthers, type Notes } from './notes.ts'
import type { ParamPool, PooledParam } from './param-pool.ts'

/** The factory of each widget type, and what its `data` may say. */
const types: Readonly<Record<string, { readonly factory: string; readonly data?: readonly string[] }>> = {
  table: { factory: 'table', data: ['dataKey', 'table'] },
  ssrm_table: { factory: 'ssrmTable', data: ['table'] },
  live_grid: { factory: 'liveGrid', data: ['table', 'wsRowIdColumn'] },
  chart: { factory: 'chart', data: ['dataKey'] },
  'chart-highcharts': { factory: 'highcharts' },
  'chart-vegalite': { factory: 'vegaLite' },
  advanced_charting: { factory: 'advancedCharting', data: ['defaultSymbol', 'updateFrequency', 'chartConfig'] },
  metric: { factory: 'metric' },
  markdown: { factory: 'markdown', data: ['dataKey'] },
  note: { factory: 'note', data: ['dataKey'] },
  newsfeed: { factory: 'newsfeed', data: ['dataKey'] },
  html: { factory: 'html' },
  iframe: { factory: 'iframe' },
  youtube: { factory: 'youtube' },
  pdf: { factory: 'pdf', data: ['dataKey'] },
  multi_file_viewer: { factory: 'multiFileViewer' },
  omni: { factory: 'omni' },
}

const plainKeys = ['name', 'description', 'category', 'subCategory', 'source'] as const
const settingKeys = [
  'runButton',
  'refetchInterval',
  'staleTime',
  'dataUpdateDisplay',
  'exportable',
  'showTitle',
  'storage',
  'mcp_tool',
  'disableRetrievalForCopilot',
  'copilotParseAs',
  'imgUrl',
] as const
const handledKeys = ['gridData', 'type', 'endpoint', 'params', 'data', 'raw', 'wsEndpoint']

/** The types that are asked with the colours of Workspace. */
const themedTypes = ['chart', 'chart-highcharts', 'chart-vegalite', 'markdown', 'iframe']

/** The name of the factory that makes a widget; none for the types that only Workspace uses. */
export function toFactoryName({ type, wsEndpoint }: AcceptedWidget): string | undefined {
  return type === 'live_grid' && wsEndpoint === undefined ? undefined : types[type]?.factory
}

/** Writes a widget as a call of its factory. */
export function importWidget(
  id: string,
  widget: AcceptedWidget,
  { pool, verdict, notes }: { readonly pool: ParamPool; readonly verdict: Verdict; readonly notes: Notes },
): Code {
  const { factory = '', data: dataKeys = [] } = types[widget.type] ?? {}
  const own = pool.of(id)
  leaveOthers(widget, [...plainKeys, ...settingKeys, ...handledKeys], '', 'there is no word for it', notes)
  leaveOthers(widget.data ?? {}, dataKeys, 'data', `a ${widget.type} does not use it`, notes)
  const isLive = widget.type === 'live_grid'
  if (widget.wsEndpoint !== undefined && !isLive)
    notes.leave('wsEndpoint', widget.wsEndpoint, 'only a live_grid uses it')
  const params = [...own].map(([name, param]) => [name, pool.toCode(param, notes)] as const)
  const options = toObject({
    ...toLiterals(widget, plainKeys),
    endpoint: toEndpoint(widget, verdict, notes),
    gridData: widget.gridData && toSize(widget.gridData, notes),
    ...toLiterals(widget, settingKeys),
    params: params.length === 0 ? undefined : toObject(Object.fromEntries(params)),
    ...toData(widget.data ?? {}, dataKeys, { id, pool, notes }),
    wsEndpoint: isLive ? toSocket(widget.wsEndpoint ?? '', notes) : undefined,
    ...toLoaders(widget, own, notes),
  })
  return toCall(factory, [options])
}

function toEndpoint({ type, endpoint }: AcceptedWidget, verdict: Verdict, notes: Notes): Code | undefined {
  if (isAbsolute(endpoint) && (type === 'iframe' || type === 'advanced_charting')) return quote(endpoint)
  if (typeof verdict === 'string') return quote(endpoint)
  notes.change('endpoint', endpoint, `an address of this module, because ${verdict.reason}`)
  return undefined
}

/** A widget is at most as large as a dashboard. */
function toSize(size: NonNullable<AcceptedWidget['gridData']>, notes: Notes): Code {
  const fitting = { ...size, w: Math.min(size.w, gridColumns), h: Math.min(size.h, gridRows) }
  for (const key of ['w', 'h'] as const) {
    if (fitting[key] !== size[key]) notes.change(`gridData.${key}`, size[key], String(fitting[key]))
  }
  return toLiteral(fitting)
}

function toSocket(wsEndpoint: string, notes: Notes): Code {
  if (isAbsolute(wsEndpoint)) return quote(wsEndpoint)
  notes.change('wsEndpoint', wsEndpoint, 'the full address of the socket of the old backend')
  return toCall('toSocket', [quote(wsEndpoint)])
}

interface DataPlace {
  readonly id: string
  readonly pool: ParamPool
  readonly notes: Notes
}

function toData(data: WireData, keys: readonly string[], place: DataPlace): Record<string, Code | undefined> {
  const given = Object.fromEntries(Object.entries(data).filter(([key]) => keys.includes(key) && key !== 'table'))
  if (data.table === undefined || !keys.includes('table')) return toLiterals(given, Object.keys(given))
  const { columnsDefs = [], ...display } = data.table
  const { id, pool, notes } = place
  const columns: Record<string, Code> = {}
  for (const [index, column] of columnsDefs.entries()) {
    if (Object.hasOwn(columns, column.field)) {
      notes.leave(`data.table.columnsDefs[${index}]`, column, 'the field has a column already')
      continue
    }
    columns[column.field] = importColumn(column, (paramName) => toTarget(paramName, { id, pool, notes }))
  }
  const rowIds = [data.wsRowIdColumn ?? []].flat()
  const isWhole = rowIds.every((field) => Object.hasOwn(columns, field))
  const code = toObject(columns)
  return {
    ...toLiterals(given, Object.keys(given)),
    ...toLiterals(display, Object.keys(display)),
    columns: isBlank(code) ? undefined : isWhole ? code : withSuffix(code, ' as Columns'),
  }
}

function withSuffix(code: Code, suffix: string): Code {
  return typeof code === 'string' ? `${code}${suffix}` : { ...code, close: `${code.close}${suffix}` }
}

/** A click sets the parameter of the widget itself, else the first of its name. */
function toTarget(paramName: string, { id, pool, notes }: DataPlace): string | undefined {
  const param = pool.of(id).get(paramName) ?? pool.named(paramName)[0]
  const code = param === undefined ? undefined : pool.toCode(param, notes)
  return typeof code === 'string' ? code : undefined
}

function toLoaders(
  widget: AcceptedWidget,
  own: ReadonlyMap<string, PooledParam>,
  notes: Notes,
): Record<string, Code | undefined> {
  const { type, endpoint, raw } = widget
  if (type === 'advanced_charting') {
    return isAbsolute(endpoint) ? {} : { datafeed: toCall('toDatafeed', [quote(endpoint)]) }
  }
  if (type === 'iframe' && isAbsolute(endpoint)) return {}
  const hasRaw = (rawWidgetTypes as readonly string[]).includes(type)
  if (raw === true && !hasRaw) notes.leave('raw', raw, `a ${type} has no raw view`)
  const hasParams = [...own.values()].some(({ source }) => source.type !== 'form') || type === 'omni'
  const theme = themedTypes.includes(type) ? ['theme: context.theme'] : []
  return {
    load: toLoad(widget, own, hasParams, theme),
    raw: raw === true && hasRaw ? toAsk(endpoint, hasParams, [...theme, 'raw: true'], []) : undefined,
  }
}

function toLoad(
  { type, endpoint }: AcceptedWidget,
  own: ReadonlyMap<string, PooledParam>,
  hasParams: boolean,
  theme: readonly string[],
): Code {
  if (type === 'ssrm_table') return toAsk(endpoint, hasParams, [], ['context.request'])
  if (type === 'omni') return toCall('(params, context) => ask', [quote(endpoint), '{}', 'context', 'params'])
  if (type === 'multi_file_viewer') {
    const [selector = ''] = [...own].find(([, { source }]) => source.roles?.includes('fileSelector')) ?? []
    return toCall('(params, context) => askFiles', [quote(endpoint), 'params', quote(selector), 'context'])
  }
  return toAsk(endpoint, hasParams, theme, [])
}

function toAsk(endpoint: string, hasParams: boolean, further: readonly string[], body: readonly string[]): Code {
  const parts: CodePart[] = [...(hasParams ? ['...params'] : []), ...further].map((value) => ({ value }))
  const query: Code = further.length === 0 && hasParams ? 'params' : { open: '{', parts, close: '}' }
  return toCall(`(${hasParams ? 'params' : '_params'}, context) => ask`, [quote(endpoint), query, 'context', ...body])
}

function toLiterals(source: object, keys: readonly string[]): Record<string, Code> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value: unknown = source[key as keyof typeof source]
      return value === undefined ? [] : [[key, toLiteral(value)]]
    }),
  )
}
