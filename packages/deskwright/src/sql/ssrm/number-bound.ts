import { sql } from '../tag.ts'
import type { NumberKind } from '../value-kind.ts'
import type { Bound } from './compare.ts'
import { toSql } from './conditions.ts'

const decimal = /^\s*([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,4}))?\s*$/i

/** A number, exactly: `digits` of units of 10 to the minus `scale`. */
export interface ExactNumber {
  readonly digits: bigint
  readonly scale: number
}

/** Reads a number without losing a digit, or gives `undefined`. */
export function parseNumber(value: unknown): ExactNumber | undefined {
  const [, sign, digits = '', exponent = '0'] = decimal.exec(String(value)) ?? []
  if (sign === undefined || Math.abs(Number(exponent)) > 400) return undefined
  const [whole = '', fraction = ''] = digits.split('.')
  const scale = fraction.length - Number(exponent)
  const all = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  return scale < 0 ? { digits: all * 10n ** BigInt(-scale), scale: 0 } : { digits: all, scale }
}

/** Finds the place of a number among those of a column of exact numbers. */
export function toNumberBound({ digits, scale }: ExactNumber, kind: NumberKind, type: string): Bound {
  const places = kind.scale ?? scale
  const divisor = 10n ** BigInt(Math.max(scale - places, 0))
  const scaled = digits * 10n ** BigInt(Math.max(places - scale, 0))
  const exact = scaled % divisor === 0n
  const units = scaled / divisor - (exact || scaled > 0n ? 0n : 1n) // rounded down
  if (kind.range) {
    if (units < kind.range[0]) return { beyond: 'least' }
    if (units > kind.range[1] || (units === kind.range[1] && !exact)) return { beyond: 'greatest' }
  }
  const value = sql`cast(${toDecimalText(units, places)} as ${toSql(type)})`
  return exact ? { at: value } : { after: value }
}

/** Finds the place of a number among floating-point numbers: the nearest one. */
export function toFloatBound(value: unknown, type: string): Bound | undefined {
  const parsed = parseNumber(value)
  if (parsed === undefined) return undefined
  const near = Number(value)
  if (!Number.isFinite(near)) return { beyond: near < 0 ? 'least' : 'greatest' }
  return { at: sql`cast(${String(near)} as ${toSql(type)})` }
}

function toDecimalText(units: bigint, places: number): string {
  if (places === 0) return String(units)
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
