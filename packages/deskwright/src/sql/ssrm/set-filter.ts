import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { ValueKind } from '../value-kind.ts'
import type { GridColumn } from './column.ts'
import type { Bound } from './compare.ts'
import { anyOf } from './conditions.ts'
import { parseTime, toDateBound, toTimestampBound } from './date-bound.ts'
import { parseNumber, toFloatBound, toNumberBound } from './number-bound.ts'

/** One of a set: a cell's value as the client has it. */
export type SetValue = string | number | boolean | null

/**
 * Keeps the rows whose cell is one of some values: those of a set filter, or the key of a group. `null` stands for empty cells.
 * A value that the column cannot hold matches nothing.
 */
export function toSetCondition(column: GridColumn, values: readonly SetValue[], dialect: GridDialect): SqlFragment {
  const { kind, type } = column
  const key = toGroupKey(column, dialect)
  const wanted = [...new Set(values.filter((value) => value !== null).map(String))]
  const held = wanted.flatMap((text) => toHeldValue(text, kind, type) ?? [])
  return anyOf([
    ...(held.length > 0 ? [sql`${key} in (${sql.join(held)})`] : []),
    ...(values.includes(null) ? [sql`${column.value} is null`] : []),
  ])
}

/** What rows are grouped by: the value, or its text where the client could not send the value back. */
export function toGroupKey({ kind, value }: GridColumn, dialect: GridDialect): SqlFragment {
  return kind.is === 'other' ? dialect.toText(value) : value
}

function toHeldValue(text: string, kind: ValueKind, type: string): SqlFragment | undefined {
  switch (kind.is) {
    case 'number': {
      const number = parseNumber(text)
      return number && exactly(toNumberBound(number, kind, type))
    }
    case 'float':
      return exactly(toFloatBound(text, type))
    case 'boolean':
      return /^(true|false)$/i.test(text) ? sql`${text.toLowerCase() === 'true'}` : undefined
    case 'date':
    case 'timestamp': {
      const time = parseTime(text)
      return time && exactly(kind.is === 'date' ? toDateBound(time) : toTimestampBound(time, kind))
    }
    default:
      return sql`cast(${text} as varchar)`
  }
}

function exactly(bound: Bound | undefined): SqlFragment | undefined {
  return bound && 'at' in bound ? bound.at : undefined
}
