import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Awaitable } from '../../internal/awaitable.ts'
import { show } from '../../internal/show.ts'
import { aggregateBars } from './aggregate.ts'
import { toUnixTime, type Bar, type TimedBar } from './bar.ts'
import type { Calendar } from './calendar.ts'
import type { BarRange, LoadBars } from './history.ts'
import { toSeconds } from './resolution.ts'

const farthestZone = 2 * 86_400

/** Makes bars of a calendar out of a function that gives shorter ones, or the same. */
export function createBarLoader(load: (range: BarRange) => Awaitable<readonly Bar[]>, calendar: Calendar): LoadBars {
  return async (range) => {
    const given = await load(toWhole(range, calendar))
    const bars = aggregateBars(given.map(toTimed), calendar)
    return bars.filter(({ time }) => time >= range.from && time < range.to)
  }
}

/** The range in which the short bars lie of which the bars of a range are made. */
export function toWhole({ from, to }: BarRange, { resolution }: Calendar): BarRange {
  const margin = resolution.unit === 'minute' ? 0 : farthestZone
  return { from: from - margin, to: to + toSeconds(resolution) + margin }
}

function toTimed(bar: Bar, index: number): TimedBar {
  const time = toUnixTime(bar.time)
  if (time === undefined) throw invalid(index, 'time', bar.time)
  for (const price of ['open', 'high', 'low', 'close'] as const) {
    if (!Number.isFinite(bar[price])) throw invalid(index, price, bar[price])
  }
  return { ...bar, time }
}

function invalid(index: number, key: string, value: unknown): DeskwrightError {
  return new DeskwrightError('bar-invalid', { index, key, got: show(value) })
}
