import { Buffer } from 'node:buffer'
import type { AdvancedFilter, ColumnFilter, SimpleFilter, SsrmRequest } from '../../spec/types.ts'

/** How the model holds a cell: whole numbers and units of decimals as bigint, times as ISO text, NULL as null. */
export type Cell = bigint | number | string | boolean | null

/** A column of the model's table. */
export interface ModelColumn {
  readonly name: string
  /** DuckDB's type. */
  readonly type: string
  readonly kind: 'number' | 'float' | 'text' | 'boolean' | 'date' | 'timestamp'
  /** Digits after the point. */
  readonly scale?: number
}

export type ModelRow = Readonly<Record<string, Cell>>

/** A table in memory. */
export interface ModelTable {
  readonly columns: readonly ModelColumn[]
  readonly rows: readonly ModelRow[]
}

interface Answer {
  readonly rowData: Record<string, unknown>[]
  readonly rowCount: number
  readonly pivotResultFields?: string[]
}

/** Answers a request as widget-data §14 says, the plain way: everything is filtered, sorted and grouped in memory. */
export function answerInMemory(
  { columns, rows }: ModelTable,
  request: SsrmRequest,
  ties: 'place' | 'columns' = 'place',
): Answer {
  const { rowGroupCols, groupKeys, valueCols, pivotCols, pivotMode, startRow, endRow } = request
  const column = (name: string): ModelColumn => columns.find((one) => one.name === name)!
  const visible = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, toVisible(cell)])),
  )
  const filtered = visible.filter((row) => passes(row, request.filterModel))
  const opened = filtered.filter((row) =>
    rowGroupCols
      .slice(0, groupKeys.length)
      .every(({ field }, level) => isIn(row[field]!, column(field), [groupKeys[level]!])),
  )
  const page = <T>(all: readonly T[]): T[] => all.slice(startRow, Math.max(endRow, startRow))

  if (groupKeys.length >= rowGroupCols.length && !(pivotMode && rowGroupCols.length === 0)) {
    const asked = request.sortModel.filter(({ colId }) => !colId.startsWith('ag-Grid-Auto') && colId !== 'childCount')
    const rest = columns.map(({ name }) => ({ colId: name, sort: 'asc' as const }))
    const sorts = ties === 'columns' && asked.length > 0 ? [...asked, ...rest] : asked
    const sorted = opened.toSorted((a, b) =>
      firstDifference(sorts.map(({ colId, sort }) => order(a[colId]!, b[colId]!, sort))),
    )
    return { rowData: page(sorted).map(toWire), rowCount: sorted.length }
  }

  const group = rowGroupCols[groupKeys.length]
  const pivots = pivotMode && valueCols.length > 0 ? pivotCols.map(({ field }) => field) : []
  const combinations = pivots.length === 0 ? [] : distinct(filtered.map((row) => pivots.map((field) => row[field]!)))
  combinations.sort((a, b) => firstDifference(a.map((cell, index) => order(cell, b[index]!, 'asc'))))
  const groups = group ? distinct(opened.map((row) => [row[group.field]!])).map(([key]) => key!) : [null]
  const names: string[] = []
  const toMade = (key: Cell) => {
    const members = group ? opened.filter((row) => row[group.field] === key) : opened
    const cells = new Map<string, Cell>(group ? [[group.field, key]] : [])
    const fields = new Map<string, ModelColumn>(group ? [[group.field, column(group.field)]] : [])
    const put = (
      candidates: readonly string[],
      of: readonly ModelRow[],
      { field, aggFunc }: (typeof valueCols)[number],
    ) => {
      const name = candidates.find((candidate) => !cells.has(candidate))
      if (name === undefined) return
      cells.set(
        name,
        aggregate(
          aggFunc,
          of.map((row) => row[field]!),
          column(field),
        ),
      )
      fields.set(
        name,
        aggFunc === 'count' || aggFunc === 'avg' ? { name, type: 'DOUBLE', kind: 'float' } : column(field),
      )
      if (pivots.length > 0 && !names.includes(name)) names.push(name)
    }
    if (pivots.length === 0) for (const value of valueCols) put([value.field, value.id], members, value)
    const spread = distinct(valueCols.flatMap((value) => [[value.field]])).length === valueCols.length ? valueCols : []
    for (const combination of combinations) {
      const here = members.filter((row) => pivots.every((field, index) => row[field] === combination[index]))
      const title = combination.map((cell, index) =>
        cell === null ? '(Blanks)' : String(toJson(cell, column(pivots[index]!))),
      )
      for (const value of spread) put(numbered([...title, value.field].join('_')), here, value)
    }
    if (!cells.has('childCount')) cells.set('childCount', BigInt(members.length))
    return { key, cells, fields }
  }
  const made = groups.map(toMade)
  if (made.length === 0) toMade(null) // the columns are those of every level
  const sorts = request.sortModel.map(({ colId, sort }) => {
    const isGroup =
      group !== undefined && (colId === 'ag-Grid-AutoColumn' || colId === `ag-Grid-AutoColumn-${group.field}`)
    return { name: isGroup ? group.field : colId, sort }
  })
  made.sort((a, b) =>
    firstDifference([
      ...sorts
        .filter(({ name }) => a.cells.has(name))
        .map(({ name, sort }) => order(a.cells.get(name)!, b.cells.get(name)!, sort)),
      order(a.key, b.key, 'asc'),
    ]),
  )
  const rowData = page(made).map(({ cells, fields }) =>
    Object.fromEntries([...cells].map(([name, cell]) => [name, toJson(cell, fields.get(name))])),
  )
  return { rowData, rowCount: made.length, ...(pivots.length > 0 && { pivotResultFields: names }) }

  function passes(row: ModelRow, model: SsrmRequest['filterModel']): boolean {
    if (typeof model['filterType'] === 'string') return passesAdvanced(row, model)
    return Object.entries(model as Record<string, ColumnFilter>).every(([name, filter]) =>
      passesColumn(row[name]!, column(name), filter),
    )
  }

  function passesAdvanced(row: ModelRow, filter: AdvancedFilter): boolean {
    if (!('conditions' in filter)) {
      const { filterType, type, colId } = filter
      const value = 'filter' in filter ? filter.filter : undefined
      const simple = { filterType, type, filter: value, dateFrom: value } as unknown as SimpleFilter
      return matches(row[colId]!, column(colId), simple)
    }
    if (filter.conditions.length === 0) return true
    return filter.conditions[filter.type === 'AND' ? 'every' : 'some']((part) => passesAdvanced(row, part))
  }

  function toWire(row: ModelRow): Record<string, unknown> {
    return Object.fromEntries(columns.map((one) => [one.name, toJson(row[one.name]!, one)]))
  }
}

function passesColumn(cell: Cell, column: ModelColumn, filter: ColumnFilter): boolean {
  if ('operator' in filter) {
    if (filter.conditions.length === 0) return true
    return filter.conditions[filter.operator === 'AND' ? 'every' : 'some']((part) => matches(cell, column, part))
  }
  if (filter.filterType === 'multi') {
    return filter.filterModels.every((part) => part === null || passesColumn(cell, column, part))
  }
  return filter.filterType === 'set' ? isIn(cell, column, filter.values) : matches(cell, column, filter)
}

function matches(cell: Cell, column: ModelColumn, filter: SimpleFilter): boolean {
  const { type } = filter
  const isBlank = cell === null || (typeof cell === 'string' && cell.trim() === '')
  if ((type as string) === 'blank') return isBlank
  if ((type as string) === 'notBlank') return !isBlank
  if (filter.filterType === 'boolean') return cell === (type === 'true')
  if (filter.filterType === 'text') {
    if (cell === null) return type === 'notContains' || type === 'notEqual'
    const [text, piece] = [toLower(String(toJson(cell, column))), toLower(filter.filter!)]
    if (type === 'contains') return text.includes(piece)
    if (type === 'notContains') return !text.includes(piece)
    if (type === 'equals') return text === piece
    if (type === 'notEqual') return text !== piece
    return type === 'startsWith' ? text.startsWith(piece) : text.endsWith(piece)
  }
  if (cell === null) return false
  const [from, to] = filter.filterType === 'date' ? [filter.dateFrom, filter.dateTo] : [filter.filter, filter.filterTo]
  const difference = compare(cell, column, from!)
  if (type === 'inRange') return difference > 0 && compare(cell, column, to!) < 0
  if (type === 'equals') return difference === 0
  if (type === 'notEqual') return difference !== 0
  if (type === 'greaterThan') return difference > 0
  if (type === 'greaterThanOrEqual') return difference >= 0
  return type === 'lessThan' ? difference < 0 : difference <= 0
}

/** Compares with what a filter says. Filters of these tests have at most six digits after the point. */
function compare(cell: Cell, { kind, scale = 0 }: ModelColumn, value: string | number): number {
  if (kind === 'float') return Number(cell) - Number(value)
  if (kind === 'number') {
    const [whole, fraction = ''] = String(value).split('.')
    const wanted = BigInt(`${whole}${fraction.padEnd(6, '0')}`)
    const held = (cell as bigint) * 10n ** BigInt(6 - scale)
    return held < wanted ? -1 : held > wanted ? 1 : 0
  }
  const at = (text: string) => Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T')}Z`)
  return at(String(cell)) - at(String(value))
}

function isIn(cell: Cell, column: ModelColumn, values: readonly (string | number | boolean | null)[]): boolean {
  return values.some((value) => {
    if (value === null || cell === null) return value === cell
    if (column.kind === 'text') return value === cell
    if (column.kind === 'boolean') return String(value).toLowerCase() === String(cell)
    const isNumber = /^-?\d+(\.\d+)?$/.test(String(value))
    const isTime = /^\d{4}-\d\d-\d\d/.test(String(value))
    const fits = column.kind === 'number' || column.kind === 'float' ? isNumber : isTime
    return fits && compare(cell, column, String(value)) === 0
  })
}

/** What the client sees of a cell. */
function toVisible(cell: Cell): Cell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell
}

function toJson(cell: Cell, column: ModelColumn | undefined): unknown {
  if (typeof cell === 'number' && !Number.isFinite(cell)) return null
  if (typeof cell !== 'bigint') return cell
  const scale = column?.scale ?? 0
  if (scale > 0) return Number(cell) / 10 ** scale
  return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell)
}

/** Text stands in the order of its code points; what is empty stands last, whichever way. */
function order(a: Cell, b: Cell, direction: 'asc' | 'desc'): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  const difference =
    typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(b as string)) : a < b ? -1 : a > b ? 1 : 0
  return direction === 'asc' ? difference : -difference
}

function aggregate(aggFunc: string, all: readonly Cell[], { kind, scale = 0 }: ModelColumn): Cell {
  const cells = all.filter((cell) => cell !== null)
  if (aggFunc === 'count') return BigInt(cells.length)
  if (cells.length === 0) return null
  if (aggFunc === 'first') return cells[0]!
  if (aggFunc === 'last') return cells.at(-1)!
  if (aggFunc === 'min' || aggFunc === 'max')
    return cells.toSorted((a, b) => order(a, b, aggFunc === 'min' ? 'asc' : 'desc'))[0]!
  if (kind !== 'number' && kind !== 'float') return null
  const sum =
    kind === 'float'
      ? cells.reduce<number>((total, cell) => total + Number(cell), 0)
      : cells.reduce<bigint>((total, cell) => total + (cell as bigint), 0n)
  return aggFunc === 'sum' ? sum : Number(sum) / 10 ** scale / cells.length
}

function distinct<T extends readonly Cell[]>(keys: readonly T[]): T[] {
  return [...new Map(keys.map((key) => [key.map((cell) => `${typeof cell} ${String(cell)}`).join('\n'), key])).values()]
}

function numbered(name: string): string[] {
  return [name, ...Array.from({ length: 20 }, (_, index) => `${name} (${index + 2})`)]
}

function firstDifference(differences: readonly number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0
}

function toLower(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('')
}
