/** Writes a time of today as a time, another as a date and time. */
export function toAge(at: number): string {
  const then = new Date(at)
  const isToday = then.toDateString() === new Date().toDateString()
  return isToday ? then.toLocaleTimeString() : then.toLocaleString()
}
