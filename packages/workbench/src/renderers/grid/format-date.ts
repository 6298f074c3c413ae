const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/

/** Whether a text is an ISO date, with or without a time. */
export function isDateText(text: string): boolean {
  return pattern.test(text)
}

/** Writes a date as it was sent, without what says nothing: midnight, whole seconds, UTC. Milliseconds since 1970 are read too. */
export function formatDate(value: string | number): string {
  const text = typeof value === 'number' ? toIso(value) : value
  const match = pattern.exec(text)
  if (match === null) return text
  const [, day = '', minutes, seconds = '00', fraction = '', zone = ''] = match
  const elsewhere = /^(Z|[+-]00:?00)?$/.test(zone) ? '' : ` ${zone}`
  const exact = `${seconds === '00' && Number(fraction) === 0 ? '' : `:${seconds}`}${Number(fraction) === 0 ? '' : fraction}`
  if (minutes === undefined || (minutes === '00:00' && exact === '' && elsewhere === '')) return day
  return `${day} ${minutes}${exact}${elsewhere}`
}

function toIso(milliseconds: number): string {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString()
}
