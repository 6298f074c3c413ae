import fc from 'fast-check'

type Json = Readonly<Record<string, unknown>>

/** Documents of a backend, as others would write them. */
export interface AnyBackend {
  readonly widgets: Json
  readonly apps: readonly Json[]
  readonly agents: Json
}

const word = fc.stringMatching(/^[a-z]{2,8}$/)
const words = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const some = <Value extends Json>(keys: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) =>
  fc.record(keys, { requiredKeys: [] }) as fc.Arbitrary<Json>

const option = fc.record({ label: words, value: word })
const options = fc.uniqueArray(option, { minLength: 1, maxLength: 4, selector: ({ value }) => value })
const drawing = some({ label: words, description: words, show: fc.boolean(), placeholder: words })

/** One parameter, by its name. */
function anyParam(paramName: string): fc.Arbitrary<Json> {
  const make = (type: string, part: fc.Arbitrary<Json>) =>
    fc.tuple(drawing, part).map(([look, rest]) => ({ paramName, type, ...look, ...rest }))
  const chosen: fc.Arbitrary<Json> = options.chain((list) =>
    fc.constantFrom(...list).map(({ value }) => ({ options: list, value })),
  )
  return fc.oneof(
    make('text', some({ value: words })),
    make('text', chosen),
    make('tabs', chosen),
    make('text', fc.constant({ multiple: true, value: 'a,b' })),
    make('text', fc.record({ language: fc.constantFrom('sql', 'python'), value: words })),
    make('number', some({ value: fc.integer() })),
    make('boolean', some({ value: fc.boolean() })),
    make('date', some({ value: fc.constantFrom('2026-01-31', '$currentDate', '$currentDate-3M', null) })),
    make('ticker', some({ value: word })),
    make('endpoint', fc.record({ optionsEndpoint: word.map((path) => `options/${path}`) })),
  )
}

/** Parameters in all their forms: flat, in rows, mixed. */
const anyParams = fc
  .uniqueArray(word, { maxLength: 5 })
  .chain((names) => fc.tuple(fc.tuple(...names.map(anyParam)), fc.constantFrom('flat', 'rows', 'mixed')))
  .map(([params, form]) => {
    if (form === 'flat' || params.length < 2) return params
    return form === 'rows' ? [[params[0]], params.slice(1)] : [params[0], params.slice(1)]
  })

const anyColumn = (field: string) =>
  fc
    .tuple(
      words,
      some({
        cellDataType: fc.constantFrom('text', 'number', 'date', 'dateString', 'boolean', 'object'),
        chartDataType: fc.constantFrom('category', 'series', 'time', 'excluded'),
        formatterFn: fc.constantFrom('int', 'none', 'percent', 'normalizedPercent', null),
        align: fc.constantFrom('left', 'center', 'right'),
        pinned: fc.constantFrom('left', 'right'),
        width: fc.integer({ min: 1, max: 500 }),
        hide: fc.boolean(),
        decimalPlaces: fc.integer({ min: 0, max: 6 }),
        renderFn: fc.constantFrom('greenRed', 'titleCase', ['titleCase', 'hoverCard']),
      }),
    )
    .map(([headerName, rest]): Json => ({ field, headerName, ...rest }))

const anyTable = fc.uniqueArray(word, { minLength: 2, maxLength: 5 }).chain((fields) =>
  fc.tuple(fc.tuple(...fields.map(anyColumn)), fc.boolean()).map(([columnsDefs, isChart]) => ({
    table: {
      columnsDefs,
      showAll: false,
      ...(isChart && { chartView: { enabled: true, chartType: 'line', cellRangeCols: { line: fields.slice(0, 2) } } }),
    },
  })),
)

const looks = some({
  category: words,
  subCategory: words,
  source: fc.oneof(words, fc.array(words, { maxLength: 2 })),
  gridData: fc.record({ w: fc.integer({ min: 10, max: 40 }), h: fc.integer({ min: 4, max: 100 }) }),
  runButton: fc.boolean(),
  exportable: fc.boolean(),
  staleTime: fc.constantFrom(1000, 60_000, false),
  refetchInterval: fc.constantFrom(60_000, 900_000, false, '*/5 9-17 * * 1-5'),
  disableRetrievalForCopilot: fc.boolean(),
})

/** What each type needs besides what all have. */
const types: readonly fc.Arbitrary<Json>[] = [
  anyTable.map((data) => ({ type: 'table', data })),
  anyTable.map((data) => ({ data })),
  fc.constant({ type: 'ssrm_table' }),
  fc.constant({ type: 'live_grid', wsEndpoint: 'live', data: { wsRowIdColumn: 'id' } }),
  fc.boolean().map((raw) => ({ type: 'chart', raw })),
  fc
    .constantFrom('metric', 'markdown', 'newsfeed', 'html', 'pdf', 'chart-vegalite', 'chart-highcharts')
    .map((type) => ({ type })),
  fc.constant({ type: 'iframe', endpoint: 'https://example.com/page' }),
  fc.constant({ type: 'advanced_charting', data: { defaultSymbol: 'AAPL', updateFrequency: 60_000 } }),
]

const anyWidget = (id: string) =>
  fc.tuple(words, words, fc.oneof(...types), looks, anyParams).map(([name, description, kind, look, params]): Json => {
    // Data that is fetched again before it is stale is a finding.
    const { staleTime, ...rest } = look
    const isLong = typeof staleTime === 'number' && typeof look['refetchInterval'] === 'number'
    const stale = isLong ? { staleTime: 1000 } : staleTime === undefined ? {} : { staleTime }
    return { name, description, endpoint: `data/${id}`, params, ...rest, ...stale, ...kind }
  })

/** The parameter that widgets share when apps link them. */
const shared = { paramName: 'shared_param', type: 'text', value: 'x' }

/** Adds a parameter, in whatever form the others have. */
function withParam(widget: Json): Json {
  const [first, ...rest] = widget['params'] as readonly unknown[]
  const params = Array.isArray(first)
    ? [[...first, shared], ...rest]
    : [shared, ...(first === undefined ? [] : [first]), ...rest]
  return { ...widget, params }
}

/** An app that places some of the given widgets in rows of two, and links them. */
const anyApp = (name: string, ids: readonly string[], isLinked: boolean) =>
  fc.tuple(fc.shuffledSubarray([...ids]), fc.boolean(), words).map(([placed, isTabbed, description]): Json => {
    const top = isTabbed ? 2 : 0
    const joined = isLinked && placed.length > 1
    const layout = placed.map((i, index) => ({
      ...(joined && { groups: ['Group 1'] }),
      i,
      x: (index % 2) * 20,
      y: top + Math.floor(index / 2) * 10,
      w: 20,
      h: 10,
    }))
    const tabs = isTabbed
      ? { one: { id: 'one', name: 'One', layout }, two: { id: 'two', name: 'Two', layout: [] } }
      : { '': { id: '', name: '', layout } }
    const prompts = placed.map((id) => `What of @[id:${id}]?`)
    const group = { name: 'Group 1', type: 'param', paramName: 'shared_param', defaultValue: 'y', widgetIds: placed }
    return { name, description, tabs, allowCustomization: true, groups: joined ? [group] : [], prompts }
  })

const anyAgent = fc.tuple(words, words, fc.boolean()).map(([name, description, isSearching]) => ({
  name,
  description,
  endpoints: { query: '/query' },
  features: { streaming: true, ...(isSearching && { 'widget-dashboard-search': true, 'widget-global-search': true }) },
}))

/** Any backend without a problem. */
export const anyBackend: fc.Arbitrary<AnyBackend> = fc
  .tuple(
    fc.uniqueArray(
      word.map((id) => `any_${id}`),
      { minLength: 1, maxLength: 6 },
    ),
    fc.uniqueArray(fc.constantFrom('Any desk', 'Some rates', 'Other 2026'), { maxLength: 3 }),
    fc.dictionary(word, anyAgent, { maxKeys: 2 }),
    fc.boolean(),
  )
  .chain(([ids, names, agents, isLinked]) =>
    fc
      .tuple(fc.tuple(...ids.map(anyWidget)), fc.tuple(...names.map((name) => anyApp(name, ids, isLinked))))
      .map(([widgets, apps]) => ({
        widgets: Object.fromEntries(
          ids.map((id, index) => [id, isLinked ? withParam(widgets[index]!) : widgets[index]]),
        ),
        apps,
        agents,
      })),
  )
