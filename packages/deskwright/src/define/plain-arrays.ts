/**
 * Makes plain arrays of the typed arrays in a figure, which JSON would write as objects. Long arrays are not looked through:
 * only their first item says whether they hold more to change.
 */
export function toPlainArrays(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? value : Array.from(value as Float64Array)
  if (Array.isArray(value)) return typeof value[0] === 'object' && value[0] !== null ? value.map(toPlainArrays) : value
  if ('toJSON' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toPlainArrays(part)]))
}
