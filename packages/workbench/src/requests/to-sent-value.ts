import { resolveDate, type WireFormInput, type WireParam, type WireValue } from 'deskwright/spec'

/** What a value is read by. */
export type ValueShape = Pick<WireParam | WireFormInput, 'type' | 'multiSelect' | 'multiple'>

/** Tells whether a param holds several values. */
export function holdsMany(param: ValueShape): boolean {
  return param.multiSelect === true || param.multiple === true
}

/**
 * Reads what a param holds in its type, as it is sent: dates resolved against the day of `now` (milliseconds; their UTC day),
 * several values as an array, numbers and truth values out of their quotes. What has no value is `null`, `''` or `[]`.
 */
export function toSentValue(param: ValueShape, value: WireValue | undefined, now: number): WireValue {
  if (holdsMany(param)) return toList(value ?? [])
  if (value === undefined || value === null || value === '') return value ?? null
  if (param.type === 'date') return resolveDate(String(value), now) ?? resolveDate('$currentDate', now) ?? ''
  if (typeof value !== 'string') return value
  if (param.type === 'number') return value.trim() === '' ? '' : Number.isFinite(Number(value)) ? Number(value) : value
  if (param.type === 'boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return value
}

function toList(value: Exclude<WireValue, null>): readonly (string | number | boolean)[] {
  if (typeof value === 'string') {
    return value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  return typeof value === 'object' ? value.filter((part) => part !== '') : [value]
}
