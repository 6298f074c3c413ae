import type { AdvancedFilter, AdvancedLeaf, ColumnFilter, SimpleFilter, SsrmRequest } from '../../spec/types.ts'
import { textFilterTypes } from '../../spec/payloads/filter-types.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { GridColumn } from './column.ts'
import type { ColumnFinder } from './columns.ts'
import { toComparison, toRange, type Bound, type Comparison } from './compare.ts'
import { allOf, always, anyOf } from './conditions.ts'
import { parseTime, toDateBound, toTimestampBound } from './date-bound.ts'
import { parseNumber, toFloatBound, toNumberBound } from './number-bound.ts'
import { toSetCondition } from './set-filter.ts'
import { toBlankCondition, toTextCondition } from './text-filter.ts'

/** One comparison, whichever filter it came from. */
interface Condition {
  readonly filterType: string
  readonly type: string
  readonly value: unknown
  /** The other end of a range. */
  readonly end: unknown
}

/**
 * Turns a grid's filter into a condition. Values are bound, and cast to the column's type.
 * Throws `ssrm-column-unknown`, `ssrm-filter-unfit`, `ssrm-filter-value`.
 * @see widget-data §14.3
 */
export function toFilterCondition(
  model: SsrmRequest['filterModel'],
  columns: ColumnFinder,
  dialect: GridDialect,
): SqlFragment {
  if (isAdvanced(model)) return fromAdvanced(model)
  return allOf(Object.entries(model).map(([colId, filter]) => fromColumn(columns.byId(colId, 'filter'), filter)))

  function fromAdvanced(filter: AdvancedFilter): SqlFragment {
    if (!isJoin(filter)) return toCondition(columns.byId(filter.colId, 'filter'), fromLeaf(filter), dialect)
    if (filter.conditions.length === 0) return always
    return (filter.type === 'AND' ? allOf : anyOf)(filter.conditions.map(fromAdvanced))
  }

  function fromColumn(column: GridColumn, filter: ColumnFilter): SqlFragment {
    if ('operator' in filter) {
      if (filter.conditions.length === 0) return always
      return (filter.operator === 'AND' ? allOf : anyOf)(filter.conditions.map((part) => fromColumn(column, part)))
    }
    if (filter.filterType === 'set') return toSetCondition(column, filter.values, dialect)
    if (filter.filterType !== 'multi') return toCondition(column, fromSimple(filter), dialect)
    return allOf(filter.filterModels.filter((part) => part !== null).map((part) => fromColumn(column, part)))
  }
}

function isAdvanced(model: SsrmRequest['filterModel']): model is AdvancedFilter {
  return typeof model['filterType'] === 'string'
}

function isJoin(filter: AdvancedFilter): filter is Extract<AdvancedFilter, { conditions: unknown }> {
  return filter.filterType === 'join'
}

function fromSimple(filter: SimpleFilter): Condition {
  if (filter.filterType === 'date') {
    return { filterType: 'date', type: filter.type, value: filter.dateFrom, end: filter.dateTo }
  }
  const { filterType, type } = filter
  return {
    filterType,
    type,
    value: 'filter' in filter ? filter.filter : undefined,
    end: 'filterTo' in filter ? filter.filterTo : undefined,
  }
}

/** An advanced filter has more names for the same things: `dateString`, `dateTime`, `bigint`, `object`. */
function fromLeaf({ filterType, type, filter }: AdvancedLeaf): Condition {
  const plain = filterType.startsWith('date') ? 'date' : filterType === 'bigint' ? 'number' : filterType
  return { filterType: plain === 'object' ? 'text' : plain, type, value: filter, end: undefined }
}

const isTextType = (type: string): type is (typeof textFilterTypes)[number] =>
  (textFilterTypes as readonly string[]).includes(type)

const comparisons: readonly string[] = [
  'equals',
  'notEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'lessThan',
  'lessThanOrEqual',
] satisfies readonly Comparison[]

function toCondition(column: GridColumn, condition: Condition, dialect: GridDialect): SqlFragment {
  const { filterType, type, value, end } = condition
  if (type === 'blank') return toBlankCondition(column, dialect)
  if (type === 'notBlank') return sql`not ${toBlankCondition(column, dialect)}`
  if (filterType === 'text' && isTextType(type)) {
    return toTextCondition(column, type, String(givenValue(column, condition, value)), dialect)
  }
  if (filterType === 'boolean' && column.kind.is === 'boolean' && (type === 'true' || type === 'false')) {
    return type === 'true' ? column.value : sql`not ${column.value}`
  }
  if (filterType === 'number' || filterType === 'date') {
    if (type === 'inRange')
      return toRange(column.value, boundOf(column, condition, value), boundOf(column, condition, end))
    if (comparisons.includes(type)) {
      return toComparison(column.value, type as Comparison, boundOf(column, condition, value))
    }
  }
  return refuse(column, condition)
}

function boundOf(column: GridColumn, condition: Condition, given: unknown): Bound {
  const { kind, type } = column
  const value = givenValue(column, condition, given)
  const found =
    condition.filterType === 'number'
      ? kind.is === 'float'
        ? toFloatBound(value, type)
        : kind.is === 'number'
          ? mapFound(parseNumber(value), (number) => toNumberBound(number, kind, type))
          : refuse(column, condition)
      : kind.is === 'date'
        ? mapFound(parseTime(value), toDateBound)
        : kind.is === 'timestamp'
          ? mapFound(parseTime(value), (time) => toTimestampBound(time, kind))
          : refuse(column, condition)
  return found ?? failValue(column, condition, value)
}

function mapFound<From, To>(found: From | undefined, map: (found: From) => To): To | undefined {
  return found === undefined ? undefined : map(found)
}

function givenValue(column: GridColumn, condition: Condition, value: unknown): unknown {
  return value === undefined || value === null ? failValue(column, condition, value) : value
}

function refuse({ name, type }: GridColumn, { filterType, type: comparison }: Condition): never {
  throw new DeskwrightError('ssrm-filter-unfit', { column: name, columnType: type, filterType, comparison })
}

function failValue({ name, type }: GridColumn, { type: comparison }: Condition, value: unknown): never {
  const got = value === undefined ? 'nothing' : JSON.stringify(value)
  throw new DeskwrightError('ssrm-filter-value', { column: name, columnType: type, comparison, got })
}
