import type { Dialect } from '../dialect.ts'
import { postgresGridDialect } from './grid-dialect.ts'

/** How PostgreSQL spells names and bound values. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  quoteIdentifier: toIdentifier,
  placeholder: (position) => `$${position}`,
  emptyList: { in: '= any', notIn: '<> all', list: `'{}'` }, // a subquery's NULL would be text
  grid: postgresGridDialect,
}

/** Quotes a name. */
export function toIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
