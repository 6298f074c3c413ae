import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SqlScalar, SqlValue } from '../value.ts'

/** A value as it is sent: its type, 0 when the server finds it out from the query, and its text. */
export interface BoundValue {
  readonly type: number
  readonly text: string | null
}

type Kind = 'null' | 'boolean' | 'integer' | 'bigint' | 'numeric' | 'double' | 'text' | 'timestamp' | 'blob'

// Text is left to the server: the same parameter is compared with a date, a uuid or an enum.
const types: Readonly<Record<Kind, { readonly one: number; readonly many: number }>> = {
  null: { one: 0, many: 0 },
  text: { one: 0, many: 0 },
  boolean: { one: 16, many: 1000 },
  integer: { one: 23, many: 1007 },
  bigint: { one: 20, many: 1016 },
  numeric: { one: 1700, many: 1231 },
  double: { one: 701, many: 1022 },
  timestamp: { one: 1114, many: 1115 },
  blob: { one: 17, many: 1001 },
}

/** Writes a value for the server. Whole numbers are sent as the smallest of `integer`, `bigint` and `numeric` that holds them. */
export function toBoundValue(value: SqlValue, index: number): BoundValue {
  if (!Array.isArray(value)) {
    const kind = toKind(value as SqlScalar)
    return { type: types[kind].one, text: toText(value as SqlScalar) }
  }
  const kind = toElementKind(value, index + 1)
  return { type: types[kind].many, text: `{${value.map(toElement).join(',')}}` }
}

function toKind(value: SqlScalar): Kind {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'bigint' : 'numeric'
  if (value instanceof Date) return 'timestamp'
  if (value instanceof Uint8Array) return 'blob'
  if (!Number.isFinite(value) || Object.is(value, -0)) return 'double'
  if (!Number.isSafeInteger(value)) return 'numeric'
  return (value | 0) === value ? 'integer' : 'bigint'
}

const widths: readonly Kind[] = ['integer', 'bigint', 'numeric', 'double']

function toElementKind(list: readonly SqlScalar[], position: number): Kind {
  const kinds = [...new Set(list.map(toKind))].filter((kind) => kind !== 'null')
  if (kinds.length <= 1) return kinds[0] ?? 'null'
  if (kinds.every((kind) => widths.includes(kind)))
    return kinds.toSorted((a, b) => widths.indexOf(b) - widths.indexOf(a))[0]!
  throw new DeskwrightError('sql-value-unsupported', {
    position,
    after: 'a list',
    got: `an array of mixed types (${kinds.join(', ')})`,
  })
}

function toText(value: SqlScalar): string | null {
  if (value === null) return null
  if (value instanceof Date) return toTimestamp(value)
  if (value instanceof Uint8Array) return `\\x${Array.from(value, toHex).join('')}`
  return Object.is(value, -0) ? '-0' : String(value)
}

function toElement(value: SqlScalar): string {
  const text = toText(value)
  return text === null ? 'null' : `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}

/** Without a zone, in UTC. Years before 1 are counted from 1 BC on. */
function toTimestamp(date: Date): string {
  const year = date.getUTCFullYear()
  const rest = date
    .toISOString()
    .replace(/^[+-]?\d+/, '')
    .replace('Z', '')
  const shown = String(year > 0 ? year : 1 - year).padStart(4, '0')
  return `${shown}${rest}${year > 0 ? '' : ' BC'}`
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
