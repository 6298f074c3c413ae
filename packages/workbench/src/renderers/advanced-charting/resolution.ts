const units = { S: 1, D: 86_400, W: 604_800, M: 2_629_800 } as const
const names: Readonly<Record<string, string>> = { S: 's', D: 'D', W: 'W', M: 'M' }

/** Seconds of one bar of a resolution: `5` is minutes, `3D` days. Nothing for a text that is none. */
export function toSeconds(resolution: string): number | undefined {
  const [, count, unit] = /^(\d*)([SDWM]?)$/.exec(resolution) ?? []
  if (count === undefined || (count === '' && unit === '') || Number(count || 1) === 0) return undefined
  return Number(count || 1) * (unit === '' ? 60 : units[unit as keyof typeof units])
}

/** A resolution as traders write it: `5m`, `1h`, `1D`. */
export function toResolutionName(resolution: string): string {
  const [, count, unit] = /^(\d*)([SDWM]?)$/.exec(resolution) ?? []
  if (unit) return `${count || 1}${names[unit]}`
  const minutes = Number(count)
  return minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60}h` : `${resolution}m`
}
