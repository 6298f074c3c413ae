import type { DuckDBPreparedStatement } from '@duckdb/node-api'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SqlScalar, SqlValue } from '../value.ts'
import type { Driver } from './driver.ts'

type Kind = 'null' | 'boolean' | 'integer' | 'bigint' | 'hugeint' | 'double' | 'text' | 'timestamp' | 'blob'

/** Names how a value is bound. Two statements of the same text and kinds have the same columns. */
export function bindingKind(value: SqlValue): string {
  return Array.isArray(value) ? `list of ${elementKind(value, 0)}` : scalarKind(value as SqlScalar)
}

/** Binds the values of a statement. Whole numbers are bound as the smallest of INTEGER and BIGINT that holds them. */
export function bindValues(driver: Driver, prepared: DuckDBPreparedStatement, values: readonly SqlValue[]): void {
  values.forEach((value, index) => {
    const position = index + 1
    if (Array.isArray(value)) {
      const kind = elementKind(value, position)
      const items = driver.listValue(value.map((item) => toNative(driver, item, kind)))
      prepared.bindList(position, items, driver.LIST(nativeType(driver, kind)))
    } else {
      const kind = scalarKind(value as SqlScalar)
      prepared.bindValue(position, toNative(driver, value as SqlScalar, kind), nativeType(driver, kind))
    }
  })
}

function scalarKind(value: SqlScalar): Kind {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'bigint' : 'hugeint'
  if (value instanceof Date) return 'timestamp'
  if (value instanceof Uint8Array) return 'blob'
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double'
  return (value | 0) === value ? 'integer' : 'bigint'
}

const widths: readonly string[] = ['integer', 'bigint', 'hugeint', 'double']

function elementKind(list: readonly SqlScalar[], position: number): Kind {
  const kinds = [...new Set(list.map(scalarKind))].filter((kind) => kind !== 'null')
  if (kinds.length <= 1) return kinds[0] ?? 'null'
  if (kinds.every((kind) => widths.includes(kind)))
    return kinds.toSorted((a, b) => widths.indexOf(b) - widths.indexOf(a))[0]!
  throw new DeskwrightError('sql-value-unsupported', {
    position,
    after: 'a list',
    got: `an array of mixed types (${kinds.join(', ')})`,
  })
}

function nativeType(driver: Driver, kind: Kind) {
  return {
    null: driver.SQLNULL,
    boolean: driver.BOOLEAN,
    integer: driver.INTEGER,
    bigint: driver.BIGINT,
    hugeint: driver.HUGEINT,
    double: driver.DOUBLE,
    text: driver.VARCHAR,
    timestamp: driver.TIMESTAMP,
    blob: driver.BLOB,
  }[kind]
}

function toNative(driver: Driver, value: SqlScalar, kind: Kind) {
  if (value === null) return null
  if (value instanceof Date) return new driver.DuckDBTimestampValue(BigInt(value.getTime()) * 1000n)
  if (value instanceof Uint8Array) return new driver.DuckDBBlobValue(value)
  if (kind === 'bigint' || kind === 'hugeint') return BigInt(value)
  return kind === 'double' ? Number(value) : value
}
