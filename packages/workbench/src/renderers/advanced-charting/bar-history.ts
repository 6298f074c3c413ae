import { mergeBars, type Bar } from './bar.ts'

/** The bars of a symbol that are known, from some time until now without a gap. */
export interface BarHistory {
  /** Seconds of one bar. */
  readonly step: number
  readonly bars: readonly Bar[]
  /** Unix seconds: what is older has not been asked for. */
  readonly oldest: number
  /** How many seconds the next request goes back. */
  readonly reach: number
  /** Whether the backend has nothing older. */
  readonly complete: boolean
}

/** Which bars to ask for; times are Unix seconds. */
export interface BarRequest {
  readonly from: number
  readonly to: number
  readonly countback: number
}

/** What a backend has for a request. */
export interface BarPage {
  readonly bars: readonly Bar[]
  /** Unix seconds of the closest bar that is older than the request. */
  readonly nextTime?: number
  /** Whether the backend said that there is nothing at all, rather than nothing here. */
  readonly end?: boolean
}

const pageLength = 400
/** Markets sleep at night and on weekends: so much more time than bars. */
const sleep = 2

/** Starts with no bars at the present. */
export function startHistory(step: number, now: number): BarHistory {
  return { step, bars: [], oldest: now + step, reach: pageLength * step * sleep, complete: false }
}

/** The request for the page before the oldest bar. */
export function toOlderRequest({ oldest, reach }: BarHistory): BarRequest {
  return { from: Math.max(0, Math.floor(oldest - reach)), to: Math.floor(oldest), countback: pageLength }
}

/** The request for what has happened since the newest bar, which may still move. */
export function toNewerRequest({ bars, step }: BarHistory, now: number): BarRequest {
  const from = bars.at(-1)?.time ?? now - pageLength * step
  return { from, to: Math.max(now, from) + step, countback: Math.max(2, Math.ceil((now - from) / step) + 2) }
}

/** Adds an older page. Pages without older bars move on to an earlier time, ever further, until the beginning of time. */
export function addOlder(history: BarHistory, request: BarRequest, { bars, nextTime, end }: BarPage): BarHistory {
  const older = bars.filter(({ time }) => time < history.oldest)
  if (older.length > 0) {
    const oldest = older.reduce((least, { time }) => Math.min(least, time), history.oldest)
    return { ...history, bars: mergeBars(history.bars, bars), oldest, reach: pageLength * history.step * sleep }
  }
  if (nextTime !== undefined && nextTime < request.to) return { ...history, oldest: nextTime + 1 }
  return { ...history, oldest: request.from, reach: history.reach * 4, complete: end === true || request.from <= 0 }
}

/** Adds what has happened since; what is older than the newest bar stays as it is. */
export function addNewer(history: BarHistory, bars: readonly Bar[]): BarHistory {
  const newest = history.bars.at(-1)?.time ?? Number.NEGATIVE_INFINITY
  const newer = bars.filter(({ time }) => time >= newest)
  return { ...history, bars: mergeBars(history.bars, newer) }
}
