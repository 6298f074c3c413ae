import { DeskwrightError } from '../errors/deskwright-error.ts'

/** Writes JSON: NaN, infinities and invalid dates as `null` (as JSON does by itself), big integers as numbers or text. */
export function toJson(value: unknown, where: string): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    // The native writer knows no big integers; the slower one with a replacer runs only for answers that have some.
  }
  try {
    return JSON.stringify(value, replaceBigInt)
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new DeskwrightError('answer-not-json', { where, problem }, { cause })
  }
}

function replaceBigInt(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}
