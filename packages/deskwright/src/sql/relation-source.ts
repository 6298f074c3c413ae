import { createFragment, type SqlFragment } from './fragment.ts'
import type { Relation } from './relation.ts'

/** Whether rows come from a table or view that has a name. */
export function isRelation(from: SqlFragment): from is Relation {
  return 'database' in from && 'path' in from
}

/** Writes what stands after `from`: the name of a table, or a query in brackets, whose end may be a comment or a semicolon. */
export function toFromClause(from: SqlFragment): SqlFragment {
  if (isRelation(from)) return from
  const last = from.parts.at(-1)
  const parts = typeof last === 'string' ? [...from.parts.slice(0, -1), last.replace(/[;\s]+$/, '')] : from.parts
  return createFragment(['(\n', ...parts, '\n) as source'])
}
