import type { WireColumn } from 'deskwright/spec'
import { isObject } from './read-field.ts'
import { textConditions } from './text-filter-model.ts'

type Filter = Readonly<Record<string, unknown>>

/** Filters by column, as AG Grid writes them. */
export type Filters = Readonly<Record<string, Filter>>

const conditions = [
  'equals',
  'notEqual',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'inRange',
  'blank',
  'notBlank',
]

/** Tells the kept filters that the grid's columns understand from the others, which are kept as they are. */
export function readFilters(
  model: unknown,
  columns: readonly WireColumn[],
): { readonly known: Filters; readonly foreign: Filters } {
  const entries = Object.entries(isObject(model) ? model : {}).filter(hasFilter)
  const read = entries.map(([field, filter]) => {
    const column = columns.find((entry) => entry.field === field)
    return [field, filter, column === undefined ? undefined : toKnown(filter, column)] as const
  })
  return {
    known: Object.fromEntries(read.flatMap(([field, , known]) => (known === undefined ? [] : [[field, known]]))),
    foreign: Object.fromEntries(
      read.flatMap(([field, filter, known]) => (known === undefined ? [[field, filter]] : [])),
    ),
  }
}

function hasFilter(entry: readonly [string, unknown]): entry is [string, Filter] {
  return isObject(entry[1])
}

/** A filter as the column has it; several in one, as the full edition writes them, are one where only one says something. */
function toKnown(filter: Filter, column: WireColumn): Filter | undefined {
  const { filterType, filterModels } = filter
  if (filterType !== 'multi') return isKnown(filter, column) ? filter : undefined
  const said = Array.isArray(filterModels) ? filterModels.filter(isObject) : []
  return said.length === 1 ? toKnown(said[0]!, column) : undefined
}

function isKnown(filter: Filter, { cellDataType, sparkline }: WireColumn): boolean {
  if (sparkline !== undefined) return false
  const wanted = cellDataType === 'number' ? 'number' : cellDataType?.startsWith('date') ? 'date' : 'text'
  const { filterType, type, values, conditions: several } = filter
  if (wanted === 'text') {
    if (filterType === 'set') return Array.isArray(values)
    return filterType === 'text' && typeof type === 'string' && type !== 'set' && Object.hasOwn(textConditions, type)
  }
  if (filterType !== wanted) return false
  const parts: readonly unknown[] = Array.isArray(several) ? several : [filter]
  return parts.every((part) => isObject(part) && conditions.includes(String(part['type'])))
}
