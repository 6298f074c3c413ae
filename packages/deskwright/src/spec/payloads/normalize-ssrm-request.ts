type Json = Readonly<Record<string, unknown>>

/** The rows a grid asks for when it does not say. */
const pageSize = 500

/** Brings a grid's request into its full form: defaults for what is absent, one spelling for what has several. */
export function normalizeSsrmRequest(body: unknown): unknown {
  if (body !== undefined && body !== null && !isObject(body)) return body
  const request: Json = { ...(isObject(body?.['grouping']) ? body['grouping'] : {}), ...body }
  const startRow = toNumber(request['startRow']) ?? 0
  const query = request['query']
  return {
    startRow,
    endRow: toNumber(request['endRow']) ?? addPage(startRow),
    rowGroupCols: toList(request['rowGroupCols'], toGroupColumn),
    groupKeys: toList(request['groupKeys'], (key) =>
      typeof key === 'number' || typeof key === 'boolean' ? String(key) : key,
    ),
    valueCols: toList(request['valueCols'], toValueColumn),
    pivotCols: toList(request['pivotCols'], toGroupColumn),
    pivotMode: toBoolean(request['pivotMode'] ?? false),
    filterModel: toFilterModel(request['filterModel'] ?? {}),
    sortModel: toSortModel(request['sortModel']),
    ...(query === undefined || query === null
      ? {}
      : { query: typeof query === 'string' ? query : JSON.stringify(query) }),
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function addPage(startRow: unknown): unknown {
  return typeof startRow === 'number' ? startRow + pageSize : pageSize
}

/** Numbers may be in quotes; anything else is left as it is, to be refused. */
function toNumber(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}

function toBoolean(value: unknown): unknown {
  return typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value
}

function toList(value: unknown, change: (item: unknown) => unknown): unknown {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.map(change) : value
}

/** A column may be named by its field alone, and have only one of id and field. */
function toGroupColumn(column: unknown): unknown {
  if (typeof column === 'string') return { id: column, field: column }
  if (!isObject(column)) return column
  const { id = column['field'], field = column['id'], displayName } = column
  return { id, field, ...(typeof displayName === 'string' ? { displayName } : {}) }
}

function toValueColumn(column: unknown): unknown {
  const named = toGroupColumn(column)
  if (!isObject(named)) return named
  const aggFunc = isObject(column) ? (column['aggFunc'] ?? 'sum') : 'sum'
  return { ...named, aggFunc: typeof aggFunc === 'string' ? aggFunc.toLowerCase() : aggFunc }
}

/** Columns without a direction are not sorted by. */
function toSortModel(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? []
  return value.filter((entry) => !isObject(entry) || (entry['sort'] !== null && entry['sort'] !== undefined))
}

/** No grid nests its filters deeper; a request that does is after the stack. */
const deepest = 40

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1))
}

function toFilterModel(model: unknown): unknown {
  if (isDeeper(model, deepest)) return 'filters nested too deeply'
  if (!isObject(model) || typeof model['filterType'] === 'string') return model
  const entries = Object.entries(model).filter(([, filter]) => filter !== null && filter !== undefined)
  return Object.fromEntries(entries.map(([column, filter]) => [column, toFilter(filter)]))
}

/** Old forms have `condition1` and `condition2` instead of `conditions`; some leave `filterType` to the reader. */
function toFilter(filter: unknown): unknown {
  if (!isObject(filter)) return filter
  const filterType = filter['filterType'] ?? guessFilterType(filter)
  if (filterType === 'multi' && Array.isArray(filter['filterModels'])) {
    return { filterType, filterModels: filter['filterModels'].map(toFilter) }
  }
  if (typeof filter['operator'] === 'string') {
    const pair = [filter['condition1'], filter['condition2']].filter((part) => part !== undefined && part !== null)
    const conditions = filter['conditions'] ?? pair
    return {
      filterType,
      operator: filter['operator'].toUpperCase(),
      conditions: toList(conditions, (part) => (isObject(part) ? toFilter({ filterType, ...part }) : part)),
    }
  }
  return { ...filter, filterType }
}

function guessFilterType(filter: Json): string {
  if (Array.isArray(filter['values'])) return 'set'
  if ('dateFrom' in filter) return 'date'
  if (Array.isArray(filter['filterModels'])) return 'multi'
  if (filter['type'] === 'true' || filter['type'] === 'false') return 'boolean'
  const first = filter['condition1'] ?? (Array.isArray(filter['conditions']) ? filter['conditions'][0] : undefined)
  if (isObject(first)) return guessFilterType(first)
  return typeof filter['filter'] === 'number' ? 'number' : 'text'
}
