import type { TimedBar } from './bar.ts'
import type { Calendar } from './calendar.ts'

/** Makes longer bars of short ones, in the order of time. */
export function aggregateBars(bars: Iterable<TimedBar>, calendar: Calendar): TimedBar[] {
  const sorted = [...bars].sort((one, other) => one.time - other.time)
  const found = new Map<number, TimedBar>()
  for (const bar of sorted) {
    const key = calendar.toKey(bar.time)
    const before = found.get(key)
    found.set(key, before === undefined ? { ...bar, time: calendar.toTime(key) } : join(before, bar))
  }
  return [...found.values()]
}

function join(one: TimedBar, next: TimedBar): TimedBar {
  const volume = one.volume == null && next.volume == null ? null : (one.volume ?? 0) + (next.volume ?? 0)
  return {
    time: one.time,
    open: one.open,
    high: Math.max(one.high, next.high),
    low: Math.min(one.low, next.low),
    close: next.close,
    volume,
  }
}
