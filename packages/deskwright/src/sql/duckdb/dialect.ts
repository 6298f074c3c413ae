import type { Dialect } from '../dialect.ts'
import { duckdbGridDialect } from './grid-dialect.ts'
import { toLiteral } from './literal.ts'

const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** How DuckDB spells names and bound values. */
export const duckdbDialect: Dialect = {
  name: 'duckdb',
  quoteIdentifier,
  placeholder: (position) => `$${position}`,
  grid: duckdbGridDialect,
}

/** For statements that cannot bind values, such as the definition of a view: writes them as literals. */
export const literalDialect: Dialect = {
  name: 'duckdb',
  quoteIdentifier,
  placeholder: (_position, value) => toLiteral(value),
}
