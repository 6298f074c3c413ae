import type { Article, Metric } from '../../spec/types.ts'
import { toTitle } from '../../internal/to-title.ts'
import { toText } from './to-text.ts'

/** A row of a query. */
export type QueryRow = Readonly<Record<string, unknown>>

/** Makes cards of rows: of columns `label`, `value` and `delta`, or else one of each column of the first row. */
export function toMetrics(rows: readonly QueryRow[]): Metric[] {
  const [first] = rows
  if (first === undefined) return []
  if (!('label' in first && 'value' in first)) {
    return Object.entries(first).map(([name, value]) => ({ label: toTitle(name), value: show(value) }))
  }
  return rows.map(({ label, value, delta }) => ({
    label: toText(label),
    value: show(value),
    ...(delta === undefined || delta === null ? {} : { delta: typeof delta === 'number' ? delta : show(delta) }),
  }))
}

/** Makes articles of rows. */
export function toArticles(rows: readonly QueryRow[]): Article[] {
  return rows.map((row) => {
    const text = (key: string) => toText(row[key])
    return {
      title: text('title'),
      date: text('date'),
      author: text('author'),
      excerpt: text('excerpt'),
      body: text('body'),
    }
  })
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const smallNumbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

/** Cards show a value as it comes. */
function show(value: unknown): string {
  if (typeof value === 'number') return (Math.abs(value) < 1 ? smallNumbers : numbers).format(value)
  return toText(value)
}
