/** Shows any value in a message, shortened. Never throws. */
export function show(value: unknown): string {
  if (value === undefined) return 'absent'
  if (typeof value === 'function') return 'a function'
  const text = toText(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function toText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`
  } catch {
    return typeof value === 'bigint' ? `${value}n` : 'an object that JSON cannot hold'
  }
}
