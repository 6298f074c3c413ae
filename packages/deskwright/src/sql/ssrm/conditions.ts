import { createFragment, type SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'

/** SQL that is ours: a keyword, an operator, or a type as the engine named it. */
export function toSql(text: string): SqlFragment {
  return createFragment([text])
}

export const always = sql`true`
export const never = sql`false`

/** All have to hold. */
export function allOf(conditions: readonly SqlFragment[]): SqlFragment {
  return joinBy(conditions, ' and ', always)
}

/** One has to hold. */
export function anyOf(conditions: readonly SqlFragment[]): SqlFragment {
  return joinBy(conditions, ' or ', never)
}

function joinBy(conditions: readonly SqlFragment[], operator: string, none: SqlFragment): SqlFragment {
  if (conditions.length <= 1) return conditions[0] ?? none
  return sql`(${sql.join(conditions, toSql(operator))})`
}
