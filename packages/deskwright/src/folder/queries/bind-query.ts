import { findNearest } from '../../internal/nearest.ts'
import type { SqlFragment, SqlValue } from '../../sql/index.ts'
import { createFragment } from '../../sql/fragment.ts'
import type { RefuseLine } from './refuse-line.ts'
import { splitQuery } from './split-query.ts'

/** A query that waits for the values of its parameters. What is missing is NULL. */
export type BoundQuery = (values: Readonly<Record<string, unknown>>) => SqlFragment

/** The semicolons after a query, and what may follow them. */
const end = /;(?:[\s;]|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*$/

/** Makes a query of its text: every `$name` is bound, never written into the text. Refuses names that are not declared. */
export function bindQuery(text: string, names: readonly string[], refuse: RefuseLine): BoundQuery {
  const parts = splitQuery(text.replace(end, ''))
  for (const part of parts) {
    if (typeof part === 'string' || names.includes(part.param)) continue
    const nearest = findNearest(part.param, names)
    const fix = nearest === undefined ? `Declare it: -- param ${part.param} text` : `Did you mean $${nearest}?`
    refuse(part.line, `$${part.param} is no parameter`, fix)
  }
  return (values) =>
    createFragment(
      parts.map((part) => (typeof part === 'string' ? part : { value: (values[part.param] ?? null) as SqlValue })),
    )
}
