/** How moments are written on the scale of time. */
export interface TimeFormat {
  /** A moment, in full; Unix seconds. */
  readonly format: (seconds: number) => string
  /** A mark of the scale. The kind says what has changed since the mark before: 0 the year, 1 the month, 2 the day, then the time. */
  readonly formatTick: (seconds: number, kind: number) => string
}

/** Writes moments in a zone; an unknown zone is read as UTC. */
export function createTimeFormat(timezone: string, intraday: boolean): TimeFormat {
  const timeZone = toTimeZone(timezone)
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
    return (seconds: number) => format.format(seconds * 1000)
  }
  const ticks = [
    write({ year: 'numeric' }),
    write({ month: 'short' }),
    write({ day: 'numeric' }),
    write({ hour: '2-digit', minute: '2-digit' }),
    write({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  ]
  return {
    format: write({
      dateStyle: 'medium',
      ...(intraday && { timeStyle: 'short' }),
    }),
    formatTick: (seconds, kind) => (ticks[kind] ?? ticks[3]!)(seconds),
  }
}

function toTimeZone(timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: timezone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
