/**
 * Reads the values that a page sets: `{params}`, or one `{paramName, value}`. Lists become comma lists and `null` an empty text, as in
 * Workspace. `undefined` when it is no such message.
 */
export function readUpdate(message: unknown): Readonly<Record<string, string | number | boolean>> | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { params, paramName, value } = message as Record<string, unknown>
  const given = typeof paramName === 'string' ? { [paramName]: value } : params
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const entries = Object.entries(given).filter(([name]) => name !== '__proto__')
  return Object.fromEntries(entries.map(([name, item]) => [name, toValue(item)]))
}

function toValue(value: unknown): string | number | boolean {
  if (Array.isArray(value)) return value.map(toValue).join(',')
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
