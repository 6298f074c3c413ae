/** One bar. Prices are in the symbol's currency. */
export interface Bar {
  /** When it begins: Unix seconds, a `Date`, or ISO 8601 text, in UTC unless the text says otherwise. Of a day: the date. */
  readonly time: number | string | Date
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly volume?: number | null
}

/** A bar whose time is Unix seconds. */
export interface TimedBar extends Bar {
  readonly time: number
}

/** Reads when a bar begins, in Unix seconds; `undefined` when that is no time. */
export function toUnixTime(time: unknown): number | undefined {
  if (typeof time === 'string')
    return toUnixTime(Date.parse(hasZone(time) ? time : `${time.replace(' ', 'T')}Z`) / 1000)
  if (time instanceof Date) return toUnixTime(time.getTime() / 1000)
  return typeof time === 'number' && Number.isFinite(time) ? Math.floor(time) : undefined
}

/** A date alone is read as UTC anyway. */
function hasZone(text: string): boolean {
  return !/\d[ T]\d/.test(text) || /(Z|[+-]\d\d:?\d\d)$/i.test(text)
}
