const units: Readonly<Record<string, number>> = { '': 60, S: 1, H: 3600, D: 86_400, W: 7 * 86_400, M: 31 * 86_400 }

/** Gives how long a bar of a resolution lasts at most, in seconds: `5`, `60`, `D`, `3D`, `1W`, `M`. An unknown one is a day. */
export function toSeconds(resolution: string): number {
  const [, count = '', unit = ''] = /^(\d*)([SHDWM]?)$/i.exec(resolution) ?? []
  const seconds = count === '' && unit === '' ? undefined : units[unit.toUpperCase()]
  return seconds === undefined ? 86_400 : Number(count === '' ? 1 : count) * seconds
}
