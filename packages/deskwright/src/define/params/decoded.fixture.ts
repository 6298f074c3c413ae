import type { AnyParam, DecodeClock } from './param.ts'

/** A Tuesday afternoon, the last day of a month. */
export const clock: DecodeClock = { now: () => Date.UTC(2026, 2, 31, 15, 30) }

/** Decodes what arrived, at the fixture's time: the value, or the problem's text. */
export function decoded(param: AnyParam, received?: unknown): unknown {
  const found = param.decode(received, clock)
  return 'problem' in found ? `problem: ${found.problem}` : found.value
}
