import type { Clock } from './clock.ts'

/** A clock that goes when it is told to. */
export interface TestClock extends Clock {
  /** Goes on by some milliseconds and calls what is due, in order. */
  advance(milliseconds: number): void
  /** Waits until something waits for the clock. */
  untilAwaited(): Promise<void>
}

/** Creates a clock that stands. */
export function createTestClock(start = Date.UTC(2026, 2, 31, 12)): TestClock {
  let now = start
  let waiting: { readonly at: number; readonly callback: () => void }[] = []
  let watchers: (() => void)[] = []
  return {
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { at: now + milliseconds, callback }
      waiting.push(timer)
      for (const tell of watchers) tell()
      watchers = []
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    advance: (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const [due] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (due === undefined) break
        waiting = waiting.filter((other) => other !== due)
        now = Math.max(now, due.at)
        due.callback()
      }
      now = end
    },
    untilAwaited: async () => {
      if (waiting.length > 0) return
      await new Promise<void>((resolve) => watchers.push(resolve))
    },
  }
}
