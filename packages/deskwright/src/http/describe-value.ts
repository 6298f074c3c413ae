/** Says in words what a loader returned: `undefined`, `an object with the keys a, b`. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return String(value)
  if (typeof value === 'string') return `the string ${shorten(JSON.stringify(value))}`
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return `the ${typeof value} ${value}`
  if (typeof value !== 'object') return `a ${typeof value}`
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty array' : `an array of ${value.length} (the first: ${describeItem(value[0])})`
  const type = (value as { constructor?: { name?: string } }).constructor?.name ?? 'Object'
  if (type !== 'Object') return `a ${type} object`
  return describeItem(value)
}

function describeItem(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return Array.isArray(value) ? 'an array' : describeValue(value)
  }
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an empty object' : `an object with the keys ${shorten(keys.join(', '))}`
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
