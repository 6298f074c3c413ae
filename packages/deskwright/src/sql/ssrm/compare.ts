import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import { allOf, never, toSql } from './conditions.ts'

/** How two values are compared. */
export type Comparison = 'equals' | 'notEqual' | 'greaterThan' | 'greaterThanOrEqual' | 'lessThan' | 'lessThanOrEqual'

/** Where a value lies among those that a column can hold. */
export type Bound =
  /** It is one of them; `value` is of the column's type. */
  | { readonly at: SqlFragment }
  /** It lies between this one and the next. */
  | { readonly after: SqlFragment }
  /** It lies beyond all of them. */
  | { readonly beyond: 'least' | 'greatest' }

const operators: Readonly<Record<Comparison, string>> = {
  equals: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
}

/** Writes a comparison that stays exact although the column cannot hold every value it is compared with. Empty cells never match. */
export function toComparison(value: SqlFragment, comparison: Comparison, bound: Bound): SqlFragment {
  if ('at' in bound) return sql`${value} ${toSql(operators[comparison])} ${bound.at}`
  if (comparison === 'equals') return never
  if (comparison === 'notEqual') return sql`${value} is not null`
  const wantsGreater = comparison.startsWith('greater')
  if ('after' in bound) return sql`${value} ${toSql(wantsGreater ? '>' : '<=')} ${bound.after}`
  return wantsGreater === (bound.beyond === 'least') ? sql`${value} is not null` : never
}

/** Writes that a value lies between two others. Both ends are left out. */
export function toRange(value: SqlFragment, from: Bound, to: Bound): SqlFragment {
  return allOf([toComparison(value, 'greaterThan', from), toComparison(value, 'lessThan', to)])
}
