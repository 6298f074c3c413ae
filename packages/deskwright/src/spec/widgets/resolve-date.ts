const day = 86_400_000
const modifier = /^\$currentDate(?:([+-])(\d{1,5})([hdbwmqy]))?$/i
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/
const americanDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** Moves a UTC time by `amount` units. */
const moves: Readonly<Record<string, (time: number, amount: number) => number>> = {
  h: (time, amount) => time + amount * 3_600_000,
  d: (time, amount) => time + amount * day,
  b: addBusinessDays,
  w: (time, amount) => time + amount * 7 * day,
  m: addMonths,
  q: (time, amount) => addMonths(time, amount * 3),
  y: (time, amount) => addMonths(time, amount * 12),
}

/**
 * Resolves what a date parameter may hold to `YYYY-MM-DD`: an ISO date (a time part is dropped), `M/D/YYYY`, or
 * `$currentDate` with a modifier, against the UTC day of `now` (milliseconds). Anything else gives `undefined`.
 * @see widgets-json §6.3, Date modifiers
 */
export function resolveDate(text: string, now: number): string | undefined {
  const trimmed = text.trim()
  const iso = isoDate.exec(trimmed)
  if (iso) return toRealDate(iso[1], iso[2], iso[3])
  const relative = modifier.exec(trimmed)
  if (relative) {
    const [, sign, amount, unit] = relative
    const move = unit === undefined ? undefined : moves[unit.toLowerCase()]
    return toIsoDate(move ? move(now, Number(`${sign}${amount}`)) : now)
  }
  const american = americanDate.exec(trimmed)
  return american ? toRealDate(american[3], american[1], american[2]) : undefined
}

function toIsoDate(time: number): string | undefined {
  const date = new Date(time)
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

function toRealDate(year = '', month = '', dayOfMonth = ''): string | undefined {
  const last = daysInMonth(Number(year), Number(month))
  if (Number(dayOfMonth) < 1 || Number(dayOfMonth) > last) return undefined
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
}

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The last day of a shorter month stands in for a day it does not have: 31 March minus one month is 28 or 29 February. */
function addMonths(time: number, amount: number): number {
  const date = new Date(time)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + amount)
  date.setUTCDate(Math.min(wanted, daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1)))
  return date.getTime()
}

function addBusinessDays(time: number, amount: number): number {
  const step = Math.sign(amount) * day
  let moved = time
  for (let left = Math.abs(amount); left > 0;) {
    moved += step
    const weekday = new Date(moved).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return moved
}
