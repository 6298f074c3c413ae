import type { DuckDBType } from '@duckdb/node-api'
import { toJsonCell, toSafeCondition } from './json-cell.ts'
import { toTextLiteral } from './literal.ts'

/** A column as the engine found it. */
export interface FoundColumn {
  readonly name: string
  readonly type: DuckDBType
}

/**
 * Wraps a query so that it gives one text per row: a comma and the row as a JSON object. The order of the rows is the query's.
 *
 * Whole numbers wider than JavaScript's need a choice per value, which costs a fifth of the time. DuckDB skips a branch that no
 * row of a batch takes, so rows whose numbers are all safe are written without it.
 */
export function toJsonQuery(text: string, columns: readonly FoundColumn[]): string {
  const conditions = columns.flatMap(({ type }, index) => toSafeCondition(`c${index}`, type) ?? [])
  const careful = toObject(columns, false)
  const row =
    conditions.length === 0
      ? careful
      : `case when ${conditions.map((condition) => `coalesce(${condition}, true)`).join(' and ')}
        then ${toObject(columns, true)} else ${careful} end`
  const names = columns.map((_, index) => `c${index}`).join(', ')
  return `select ',' || ${row}::varchar from (\n${text}\n) as q(${names})`
}

function toObject(columns: readonly FoundColumn[], safe: boolean): string {
  const cells = columns.map(({ name, type }, index) => {
    const value = `c${index}`
    const written = safe && toSafeCondition(value, type) ? value : toJsonCell(value, type)
    return `${toTextLiteral(name)}, ${written}`
  })
  return `json_object(${cells.join(', ')})`
}
