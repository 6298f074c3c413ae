import type { SqlScalar, SqlValue } from '../value.ts'

/** Writes text as a literal. DuckDB knows no escapes but the doubled quote. */
export function toTextLiteral(text: string): string {
  return text
    .split('\0')
    .map((piece) => `'${piece.replaceAll("'", "''")}'`)
    .join(' || chr(0) || ')
}

/** Writes a value as a literal that means the same as the bound value. */
export function toLiteral(value: SqlValue): string {
  return Array.isArray(value) ? `[${value.map(toScalarLiteral).join(', ')}]` : toScalarLiteral(value as SqlScalar)
}

function toScalarLiteral(value: SqlScalar): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `(${toTextLiteral(value)})`
  if (typeof value === 'number') return Number.isSafeInteger(value) ? `(${value})` : `('${value}'::double)`
  if (typeof value === 'bigint') return `(${value})`
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return `('${value.toISOString().replace('Z', '')}'::timestamp)`
  return `('${Array.from(value, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}'::blob)`
}
