import type { Dialect } from '../dialect.ts'

/** How PostgreSQL spells names and bound values. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  quoteIdentifier: toIdentifier,
  placeholder: (position) => `$${position}`,
}

/** Quotes a name. */
export function toIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
