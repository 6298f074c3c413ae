import type { Resolution } from './resolution.ts'

/** Where a symbol is traded, and when. */
export interface TradingHours {
  /** An IANA name: `America/New_York`. */
  readonly timezone: string
  /** `24x7`, or hours of the day: `0930-1600`. A session that begins in the evening belongs to the next day. */
  readonly session: string
}

/**
 * Says which bar a moment belongs to. A bar has a number, so that databases can group by it: the local second at which it begins,
 * or for months how many there were since the year 0.
 */
export interface Calendar {
  readonly resolution: Resolution
  /** Seconds after midnight at which bars of minutes begin to be counted. */
  readonly offset: number
  /** Seconds that are added to local time before its date is taken: the evening belongs to the next day. */
  readonly shift: number
  /** The zone whose clock counts; `undefined` for UTC. */
  readonly timezone: string | undefined
  /** The bar of a moment, both in Unix seconds. */
  readonly toKey: (time: number) => number
  /** When a bar begins, in Unix seconds: days and longer ones at midnight UTC of their first day. */
  readonly toTime: (key: number) => number
}

const day = 86_400
const firstMonday = 4 * day // 5 January 1970

/**
 * Makes the calendar of a symbol's bars. Minutes are counted from the beginning of the session, or in UTC where there is always one,
 * so that no hour is counted twice when clocks go back. `dated` bars tell their day by their date alone.
 */
export function createCalendar(resolution: Resolution, hours: TradingHours, dated: boolean): Calendar {
  const { unit, count } = resolution
  const { begin, end } = toSession(hours.session)
  const isIntraday = unit === 'minute'
  const zone = dated || (isIntraday && begin === end) ? undefined : hours.timezone
  const timezone = zone === 'Etc/UTC' || zone === 'UTC' ? undefined : zone
  const toOffset = createOffset(timezone)
  const offset = isIntraday && begin !== end ? begin : 0
  const shift = !isIntraday && !dated && begin > end ? day - begin : 0
  const floor = (value: number, step: number, from = 0) => Math.floor((value - from) / step) * step + from
  const toLocal = (time: number) => time + toOffset(time)
  const common = { resolution, offset, shift, timezone }

  if (isIntraday) {
    return {
      ...common,
      toKey: (time) => floor(toLocal(time), count * 60, offset),
      toTime: (key) => key - toOffset(key - toOffset(key)),
    }
  }
  if (unit === 'month') {
    return {
      ...common,
      toKey(time) {
        const date = new Date((toLocal(time) + shift) * 1000)
        return floor(date.getUTCFullYear() * 12 + date.getUTCMonth(), count)
      },
      toTime: (key) => Date.UTC(Math.floor(key / 12), key % 12) / 1000,
    }
  }
  const step = (unit === 'week' ? 7 : 1) * count * day
  return {
    ...common,
    toKey: (time) => floor(toLocal(time) + shift, step, unit === 'week' ? firstMonday : 0),
    toTime: (key) => key,
  }
}

/** Whether a text is a session that is understood. */
export function isSession(session: string): boolean {
  return session === '24x7' || /^([01]\d|2[0-4])[0-5]\d-([01]\d|2[0-4])[0-5]\d$/.test(session)
}

/** Whether a text names a zone. */
export function isTimezone(timezone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone })
    return true
  } catch {
    return false
  }
}

function toSession(session: string): { readonly begin: number; readonly end: number } {
  if (session === '24x7') return { begin: 0, end: 0 }
  const [begin = 0, end = 0] = session
    .split('-')
    .map((text) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(2))) * 60)
  return { begin, end: end % day }
}

/** Seconds that the zone's clock is ahead of UTC. Asked once for each quarter of an hour, within which no zone changes. */
function createOffset(timezone: string | undefined): (time: number) => number {
  if (timezone === undefined) return () => 0
  const quarter = 900
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()
  return (time) => {
    const at = Math.floor(time / quarter)
    const found = known.get(at)
    if (found !== undefined) return found
    const parts = Object.fromEntries(
      format.formatToParts(at * quarter * 1000).map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts
    const offset = Date.UTC(year, month - 1, date, hour, minute, second) / 1000 - at * quarter
    known.set(at, offset)
    return offset
  }
}
