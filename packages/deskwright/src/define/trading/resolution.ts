/** How long a bar is, as TradingView writes it: minutes (`'60'`), or days, weeks, months (`'D'`, `'3D'`, `'W'`, `'M'`). */
export type ResolutionText = `${number}` | `${number | ''}${'D' | 'W' | 'M'}`

/** How long a bar is. */
export interface Resolution {
  readonly unit: 'minute' | 'day' | 'week' | 'month'
  readonly count: number
}

const units = { '': 'minute', D: 'day', W: 'week', M: 'month' } as const
const seconds = { minute: 60, day: 86_400, week: 7 * 86_400, month: 31 * 86_400 } as const
const minutesOfDay = 1440

/** Reads a resolution: `1D` is `D`. Gives `undefined` for what is none, and for minutes that a day is no multiple of. */
export function parseResolution(text: string): Resolution | undefined {
  const found = /^(\d*)([DWM]?)$/.exec(text)
  if (!found || text === '') return undefined
  const unit = units[found[2] as keyof typeof units]
  const count = found[1] === '' ? 1 : Number(found[1])
  if (count < 1 || count > 10_000 || (unit === 'minute' && minutesOfDay % count !== 0)) return undefined
  return { unit, count }
}

/** The most seconds that a bar may last. */
export function toSeconds({ unit, count }: Resolution): number {
  return seconds[unit] * count
}

/** Whether bars of one length can be made of bars of another. */
export function isMadeOf(long: Resolution, short: Resolution): boolean {
  if (short.unit === 'minute') return long.unit !== 'minute' || long.count % short.count === 0
  if (short.unit === 'day') return long.unit !== 'minute' && (short.count === 1 || isMultiple(long, short))
  return isMultiple(long, short)
}

function isMultiple(long: Resolution, short: Resolution): boolean {
  return long.unit === short.unit && long.count % short.count === 0
}

/** What can be offered over bars of one length, from what traders are used to. */
export function toOffered(base: Resolution): readonly ResolutionText[] {
  const usual: readonly ResolutionText[] = ['1', '5', '15', '30', '60', '240', 'D', 'W', 'M']
  return usual.filter((text) => isMadeOf(parseResolution(text)!, base))
}
