type Compare = (one: string, other: string) => number

const byCode: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

/** The orders in which databases sort text. */
const textOrders: readonly Compare[] = [
  byCode,
  (one, other) => byCode(one.toLowerCase(), other.toLowerCase()),
  (one, other) => byCode(one.toUpperCase(), other.toUpperCase()),
  new Intl.Collator('en').compare,
  new Intl.Collator('en', { ignorePunctuation: true }).compare,
  new Intl.Collator('en', { caseFirst: 'upper' }).compare,
  new Intl.Collator('en', { numeric: true }).compare,
]

/** Finds the first value that stands wrong, whichever usual order was meant; empty cells may stand at either end. */
export function findUnsorted(values: readonly unknown[], direction: 'asc' | 'desc'): number | undefined {
  const filled = values.flatMap((value, index) => (isEmpty(value) ? [] : [{ value, index }]))
  const [first, last] = [filled.at(0), filled.at(-1)]
  if (first === undefined || last === undefined) return undefined
  // Empty cells stand together, and on one side.
  if (last.index - first.index >= filled.length)
    return values.findIndex((value, at) => at > first.index && isEmpty(value))
  if (first.index > 0 && last.index < values.length - 1) return last.index + 1
  const sign = direction === 'asc' ? 1 : -1
  const wrong = (compare: (one: unknown, other: unknown) => number) =>
    filled.find(({ value }, at) => at > 0 && sign * compare(filled[at - 1]?.value, value) > 0)?.index
  if (filled.every(({ value }) => typeof value === 'number' || typeof value === 'boolean')) {
    return wrong((one, other) => Number(one) - Number(other))
  }
  if (!filled.every(({ value }) => typeof value === 'string')) return undefined
  const found = textOrders.map((compare) => wrong((one, other) => compare(String(one), String(other))))
  return found.includes(undefined) ? undefined : found[0]
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
