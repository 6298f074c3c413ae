import type { Decoded, Received } from './param.ts'

/** Whether a parameter was left out: Workspace drops empty values from queries, other callers send `null` or `""`. */
export function isAbsent(received: Received): boolean {
  return (
    received === undefined || received === null || received === '' || (Array.isArray(received) && received.length === 0)
  )
}

/** Decodes one value with `decodeOne`. A list of one counts as its value. */
export function decodeSingle<Value>(received: Received, decodeOne: (one: unknown) => Decoded<Value>): Decoded<Value> {
  if (!Array.isArray(received)) return decodeOne(received)
  return received.length === 1 ? decodeOne(received[0]) : { problem: `expected one value, got ${received.length}` }
}

/** Decodes several values: comma text from a query, a repeated key, or an array from a body. */
export function decodeList<Value>(received: Received, decodeOne: (one: unknown) => Decoded<Value>): Decoded<Value[]> {
  const parts = typeof received === 'string' ? received.split(',') : Array.isArray(received) ? received : [received]
  const values: Value[] = []
  for (const part of parts) {
    if (isAbsent(part)) continue
    const decoded = decodeOne(part)
    if ('problem' in decoded) return decoded
    values.push(decoded.value)
  }
  return { value: values }
}
