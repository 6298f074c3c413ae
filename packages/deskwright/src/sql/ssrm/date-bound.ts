import { sql } from '../tag.ts'
import type { TimestampKind } from '../value-kind.ts'
import type { Bound } from './compare.ts'
import { toSql } from './conditions.ts'

const pattern =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?\s*$/i

/** A point in time as it was written. */
export interface WrittenTime {
  readonly year: number
  /** `2020-01-31`. */
  readonly day: string
  /** `09:30:00`, with what follows the second. */
  readonly time: string
  /** `Z`, `+02:00`, or nothing. */
  readonly zone: string
}

/** Reads a date or a date and a time, in the grid's form or as ISO 8601, or gives `undefined`. Days that no month has are none. */
export function parseTime(value: unknown): WrittenTime | undefined {
  const [, year, month, date, hour = '00', minute = '00', second = '00', fraction = '', zone = ''] =
    pattern.exec(String(value)) ?? []
  if (year === undefined) return undefined
  const day = `${year}-${month}-${date}`
  const clock = `${hour}:${minute}:${second}`
  const instant = new Date(`${day}T${clock}Z`)
  if (year === '0000' || Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(`${day}T${clock}`)) {
    return undefined
  }
  const digits = fraction.replace(/0+$/, '')
  return { year: Number(year), day, time: digits === '' ? clock : `${clock}.${digits}`, zone: zone.toUpperCase() }
}

/** Finds the place of a time among days: a day begins at midnight. */
export function toDateBound({ day, time }: WrittenTime): Bound {
  const value = sql`cast(${day} as date)`
  return time === '00:00:00' ? { at: value } : { after: value }
}

/** Finds the place of a time among points in time. */
export function toTimestampBound({ year, day, time, zone }: WrittenTime, { castAs, years }: TimestampKind): Bound {
  if (years && year < years[0]) return { beyond: 'least' }
  if (years && year > years[1]) return { beyond: 'greatest' }
  const zoned = /time zone|timestamptz/i.test(castAs) && !/without/i.test(castAs)
  return { at: sql`cast(${`${day} ${time}${zoned ? zone : ''}`} as ${toSql(castAs)})` }
}
