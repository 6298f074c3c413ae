/** JSON as rows and columns. */
export interface JsonTable {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Rows that are looked at to find the columns. */
const sample = 200

/** Finds the table in a payload: itself, or the first key that holds one. `undefined` where there is none. */
export function toTable(payload: unknown): JsonTable | undefined {
  const rows = findRows(payload)
  if (rows === undefined) return undefined
  return { rows, columns: [...new Set(rows.slice(0, sample).flatMap((row) => Object.keys(row)))] }
}

function findRows(payload: unknown): JsonTable['rows'] | undefined {
  if (isRows(payload)) return payload
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload)
    ? Object.values(payload).find(isRows)
    : undefined
}

function isRows(value: unknown): value is JsonTable['rows'] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.slice(0, sample).every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  )
}
