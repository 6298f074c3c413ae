import type { DuckDBType } from '@duckdb/node-api'
import { toCell, toWriting, type Writing } from './json-cell.ts'
import { toTextLiteral } from './literal.ts'

/** A column as the engine found it. */
export interface FoundColumn {
  readonly name: string
  readonly type: DuckDBType
}

/**
 * Wraps a query so that it gives one text per row: a comma and the row as a JSON object. The order of the rows is the query's.
 *
 * Some values need a choice: NaN or a number, a whole number or its text. A choice per value costs a fifth of the time, and the
 * planner's time grows with the square of such choices. So one choice is made per row; DuckDB skips a branch that no row of a
 * batch takes.
 */
export function toJsonQuery(text: string, columns: readonly FoundColumn[]): string {
  const cells = columns.map(({ name, type }, index) => {
    const value = `c${index}`
    return { key: toTextLiteral(name), value, type: String(type), writing: toWriting(value, type) }
  })
  const conditions = toConditions(cells)
  const plain = `json_object(${cells.map(({ key, writing }) => `${key}, ${writing.written}`).join(', ')})`
  const careful = `json_object(${cells.map(({ key, value, writing }) => `${key}, ${toCell(value, writing)}`).join(', ')})`
  const row = conditions.length > 0 ? `case when ${conditions.join(' and ')} then ${plain} else ${careful} end` : plain
  return `select ',' || ${row}::varchar from (\n${text}\n) as q(${cells.map(({ value }) => value).join(', ')})`
}

interface Cell {
  readonly value: string
  readonly type: string
  readonly writing: Writing
}

/** The conditions under which all cells of a row can be written plainly. Columns of one type are looked at together. */
function toConditions(cells: readonly Cell[]): string[] {
  const groups = new Map<string, { condition: (value: string) => string; values: string[] }>()
  for (const { value, type, writing } of cells) {
    const { condition, ordered } = writing
    if (!condition) continue
    const key = ordered ? type : value
    const group = groups.get(key) ?? { condition, values: [] }
    group.values.push(value)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ condition, values }) => {
    const all = values.join(', ')
    const tested = values.length === 1 ? values : [`greatest(${all})`, `least(${all})`]
    return tested.map((value) => `coalesce(${condition(value)}, true)`)
  })
}
