/** Writes any value of an answer as text: what is empty as nothing, lists and objects as JSON. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
