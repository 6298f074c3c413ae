import { toTextLiteral } from '../../sql/duckdb/literal.ts'
import type { SqlColumn } from '../../sql/index.ts'

/** Writes columns as DuckDB's readers take them. */
export function toColumnList(columns: readonly SqlColumn[]): string {
  return `{${columns.map(({ name, type }) => `${toTextLiteral(name)}: ${toTextLiteral(type)}`).join(', ')}}`
}
