import type { RenderProblem } from '../renderer.ts'

/** One card as it is drawn. */
export interface Card {
  readonly label: string
  readonly value: string
  readonly delta?: string
  /** Which way the number went: the sign of `delta`. */
  readonly trend?: 'up' | 'down' | 'flat'
}

/** Reads what a `metric` answers, one card or several, with whatever is wrong in it. */
export function toCards(data: unknown): {
  readonly cards: readonly Card[]
  readonly problems: readonly RenderProblem[]
} {
  if (data === null || data === undefined || data === '') return { cards: [], problems: [] }
  const problems: RenderProblem[] = []
  const list: readonly unknown[] = Array.isArray(data) ? data : [data]
  const cards = list.flatMap((entry, index) => toCard(entry, Array.isArray(data) ? `[${index}]` : '', problems))
  return { cards, problems }
}

function toCard(entry: unknown, path: string, problems: RenderProblem[]): readonly Card[] {
  const found = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : undefined
  const { label, value, delta } = found ?? {}
  if (found === undefined || !isScalar(label) || !isScalar(value)) {
    const what = found === undefined ? 'an object' : isScalar(label) ? 'a value' : 'a label'
    problems.push({
      severity: 'error',
      message: `A metric is without ${what}.`,
      hint: 'Answer one object or a list of them, each with label, value and, if there is one, delta.',
      path,
    })
    return []
  }
  const card = { label: String(label), value: String(value) }
  if (!isScalar(delta) || delta === '') return [card]
  return [{ ...card, delta: String(delta), trend: toTrend(String(delta)) }]
}

/** Reads the sign of a change: `-2.4`, `−2.4 %`, `+$3`, `0.0`. What is no number has none. */
export function toTrend(delta: string): NonNullable<Card['trend']> {
  const amount = Number.parseFloat(delta.replaceAll(/[^\d.]/g, ''))
  if (Number.isNaN(amount) || amount === 0) return 'flat'
  return /^\s*[-−–(]|^\s*\p{Sc}\s*[-−–]/u.test(delta) ? 'down' : 'up'
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
