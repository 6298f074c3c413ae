const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** Writes a date for people: a bare day as that day, a moment in the local time zone, what is no date as it came. */
export function toDateText(date: string): string {
  const time = Date.parse(date)
  if (Number.isNaN(time)) return date.slice(0, 50)
  return (/^\d{4}-\d{2}-\d{2}$/.test(date) ? day : moment).format(time)
}
