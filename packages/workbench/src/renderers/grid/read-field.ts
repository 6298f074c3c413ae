import type { Row } from 'deskwright/spec'

/** Reads a field of a row: the key as it is, else as a dotted path. */
export function readField(row: Row, field: string): unknown {
  if (Object.hasOwn(row, field)) return row[field]
  if (!field.includes('.')) return undefined
  return field.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), row)
}

/** Whether a value is an object with fields, neither `null` nor a list. */
export function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
