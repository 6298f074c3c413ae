import type { Dialect } from './dialect.ts'
import type { SqlFragment } from './fragment.ts'
import type { SqlValue } from './value.ts'

/** SQL as one database reads it: the text with placeholders, and the values in their order. */
export interface Statement {
  readonly text: string
  readonly values: readonly SqlValue[]
  /** How many rows the query may give; one more and it fails with `sql-too-many-rows`. */
  readonly maxRows?: number
}

const afterIn = /\bin\s*$/i
const insideIn = /\bin\s*\(\s*$/i
const trailingIn = /\b(not\s+)?in(\s*\(\s*|\s*)$/i

/** Writes a fragment in a dialect. An array after `in`, with or without brackets, becomes one placeholder per element. */
export function toStatement(fragment: SqlFragment, dialect: Dialect): Statement {
  const values: SqlValue[] = []
  let text = ''
  for (const part of fragment.parts) {
    if (typeof part === 'string') text += part
    else if ('identifier' in part) text += part.identifier.map((name) => dialect.quoteIdentifier(name)).join('.')
    else if (!Array.isArray(part.value)) text += place(part.value)
    else if (insideIn.test(text)) placeList(part.value, (list) => list)
    else if (afterIn.test(text)) placeList(part.value, (list) => `(${list})`)
    else text += place(part.value)
  }
  return { text, values }

  function place(value: SqlValue): string {
    values.push(value)
    return dialect.placeholder(values.length, value)
  }

  function placeList(list: readonly SqlValue[], wrap: (list: string) => string): void {
    const { emptyList } = dialect
    if (list.length > 0) text += wrap(list.map(place).join(', '))
    else if (!emptyList) text += wrap('select null where false')
    else {
      const replace = (_in: string, not?: string, rest = '') => (not ? emptyList.notIn : emptyList.in) + rest
      text = text.replace(trailingIn, replace) + wrap(emptyList.list)
    }
  }
}
