/** How long to wait before something that failed is tried again. */
export interface BackOff {
  /** Milliseconds: a quarter of a second at first, twice as long after each failure, at most half a minute; a random part is left out. */
  next(): number
  /** It worked: the next wait is short again. */
  reset(): void
}

const first = 250
const most = 30_000

/** Creates the waits between attempts. `random` is from 0 to 1, so that not everybody comes back at the same time. */
export function createBackOff(random: () => number = Math.random): BackOff {
  let wait = first
  return {
    next() {
      const current = wait
      wait = Math.min(most, wait * 2)
      return current * (1 - random() / 2)
    },
    reset() {
      wait = first
    },
  }
}
