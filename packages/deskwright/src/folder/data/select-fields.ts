import { createFragment } from '../../sql/fragment.ts'
import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { SqlFragment } from '../../sql/index.ts'
import type { TableField } from './table-fields.ts'

/** Selects the fields of a table from its source. */
export function selectFields(fields: readonly TableField[], source: SqlFragment): SqlFragment {
  const list = fields.map(({ field, expression }) => `${expression} as ${duckdbDialect.quoteIdentifier(field)}`)
  return createFragment([`select ${list.join(', ')} from `, ...source.parts])
}

/** Whether the fields are the columns of their source as they are. */
export function arePlain(fields: readonly TableField[]): boolean {
  return fields.every(({ field, expression }) => expression === duckdbDialect.quoteIdentifier(field))
}
