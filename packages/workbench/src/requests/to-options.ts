import type { WireOption } from 'deskwright/spec'

/**
 * Reads what an options endpoint answered: a list of options; plain texts and numbers are options too. What is no option is left out.
 * `undefined`: it is no list.
 */
export function toOptions(answer: unknown): readonly WireOption[] | undefined {
  if (!Array.isArray(answer)) return undefined
  return answer.flatMap((entry: unknown) => {
    if (isScalar(entry)) return [{ label: String(entry), value: entry }]
    if (typeof entry !== 'object' || entry === null) return []
    const { label, value, extraInfo } = entry as Readonly<Record<string, unknown>>
    if (value !== null && !isScalar(value)) return []
    const info = toExtraInfo(extraInfo)
    return [{ label: isScalar(label) ? String(label) : String(value), value, ...(info ? { extraInfo: info } : {}) }]
  })
}

function toExtraInfo(info: unknown): WireOption['extraInfo'] | undefined {
  if (typeof info !== 'object' || info === null) return undefined
  const { description, rightOfDescription } = info as Readonly<Record<string, unknown>>
  return {
    ...(isScalar(description) ? { description: String(description) } : {}),
    ...(isScalar(rightOfDescription) ? { rightOfDescription: String(rightOfDescription) } : {}),
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
