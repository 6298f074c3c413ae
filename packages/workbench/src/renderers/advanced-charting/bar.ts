/** Prices of one stretch of time. */
export interface Bar {
  /** Unix seconds at which the stretch begins. */
  readonly time: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly volume?: number
}

/** Puts bars into one list: ascending, one of each time, the newer word of a bar wins. */
export function mergeBars(known: readonly Bar[], received: readonly Bar[]): readonly Bar[] {
  const all = new Map([...known, ...received].map((bar) => [bar.time, bar]))
  return [...all.values()].sort((a, b) => a.time - b.time)
}
