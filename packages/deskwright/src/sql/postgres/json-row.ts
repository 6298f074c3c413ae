import { toIdentifier } from './dialect.ts'
import { toCell, toRowName } from './json-cell.ts'
import type { Types } from './types.ts'

/** A column as the server describes it. */
export interface FoundColumn {
  readonly name: string
  readonly type: number
}

/**
 * Wraps a query so that it gives one JSON text per row. The order of the rows is the query's.
 *
 * Cells name their column several times, and PostgreSQL would put the column's expression in each of these places, to be computed as often;
 * `offset 0` keeps it from that.
 */
export function toJsonQuery(text: string, columns: readonly FoundColumn[], types: Types): string {
  const values = columns.map((_column, index) => `c${index}`)
  const cells = columns.map(({ type }, index) => toCell(values[index]!, type, types))
  const names = columns.map(({ name }) => toIdentifier(name))
  const row = toRowName(columns.map(({ name }) => name))
  const list = (items: readonly string[]) => (items.length === 0 ? '' : `(${items.join(', ')})`)
  const inner = `(\n${text}\n)`
  if (cells.every((cell, index) => cell === values[index])) {
    return `select row_to_json(${row}) from ${inner} as ${row}${list(names)}`
  }
  const fenced = `(select * from ${inner} as q offset 0) as q${list(values)}`
  const written = cells.map((cell, index) => `${cell} as ${names[index]}`).join(', ')
  return `select row_to_json(${row}) from (select ${written} from ${fenced}) as ${row}`
}
