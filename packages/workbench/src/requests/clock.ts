/** Time, passed in so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back after some milliseconds; the result cancels it. */
  after(milliseconds: number, callback: () => void): () => void
}

/** The longest delay that browsers can count. */
const longest = 2 ** 31 - 1

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, Math.min(milliseconds, longest))
    return () => clearTimeout(timer)
  },
}

/** Shifts a time so that its UTC day is the user's own day: date modifiers mean the user's today. */
export function toLocalDay(now: number): number {
  return now - new Date(now).getTimezoneOffset() * 60_000
}
