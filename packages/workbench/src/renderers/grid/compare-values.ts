import { toText } from './to-text.ts'

const collator = new Intl.Collator('en', { numeric: true })

/** Orders two cells: numbers by size, texts as people read them; what is empty comes first, as AG Grid does it. */
export function compareValues(a: unknown, b: unknown): number {
  const [left, right] = [toOrder(a), toOrder(b)]
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return collator.compare(String(left), String(right))
}

/** Lists, as sparklines have them, are ordered by their last value. */
function toOrder(value: unknown): number | string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value
  if (typeof value === 'boolean') return Number(value)
  if (Array.isArray(value)) return toOrder(value.at(-1))
  return toText(value)
}
