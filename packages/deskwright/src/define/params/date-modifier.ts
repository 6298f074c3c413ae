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
  const relative = modifier.exec(trimmed)
  if (relative) {
    const [, sign, amount, unit] = relative
    const move = unit === undefined ? undefined : moves[unit.toLowerCase()]
    return toIsoDate(move ? move(now, Number(`${sign}${amount}`)) : now)
  }
  const iso = isoDate.exec(trimmed)
  if (iso) return toRealDate(iso[1], iso[2], iso[3])
  const american = americanDate.exec(trimmed)
  return american ? toRealDate(american[3], american[1], american[2]) : undefined
}

function toIsoDate(time: number): string | undefined {
  const date = new Date(time)
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

function toRealDate(year = '', month = '', dayOfMonth = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || toIsoDate(time) !== text ? undefined : text
}

/** The last day of a shorter month stands in for a day it does not have: 31 March minus one month is 28 or 29 February. */
function addMonths(time: number, amount: number): number {
  const date = new Date(time)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + amount)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, lastDay))
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
