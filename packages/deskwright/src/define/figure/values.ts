/** What the values of a column are, which decides their axis. */
export type ValueKind = 'number' | 'date' | 'name'

const dateText =
  /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?)?$/
const numberText = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Finds out what values are: one that is neither number nor date makes names of them all. */
export function createKindFinder(): { see(value: unknown): void; readonly kind: ValueKind } {
  let [isSeen, areNumbers, areDates] = [false, true, true]
  return {
    see(value) {
      if (!isPresent(value)) return
      isSeen = true
      areNumbers &&= typeof value === 'number' || typeof value === 'bigint'
      areDates &&= isDate(value)
    },
    get kind() {
      return !isSeen ? 'name' : areNumbers ? 'number' : areDates ? 'date' : 'name'
    },
  }
}

/** Whether there is a value: `null`, `undefined`, NaN and infinities say that there is none. */
export function isPresent(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  return value !== null && value !== undefined
}

function isDate(value: unknown): boolean {
  return value instanceof Date || (typeof value === 'string' && dateText.test(value))
}

/** A number, also one that came as text because it is too large to be exact; otherwise nothing. */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null // JSON has no -0
  const convertible = typeof value === 'bigint' || (typeof value === 'string' && numberText.test(value))
  return convertible ? toNumber(Number(value)) : null
}

/** A place on an axis: a number, a date as text, or a name. What is missing has a place only among names. */
export function toPlace(value: unknown, kind: ValueKind): string | number | null {
  if (kind === 'name') return toName(value)
  if (!isPresent(value)) return null
  if (value instanceof Date) return value.toISOString()
  return kind === 'number' ? toNumber(value) : (value as string)
}

/** A value in words. */
export function toName(value: unknown): string {
  if (!isPresent(value)) return '(empty)'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value, writeBigInt)
}

function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
