/** Tells whether data has nothing to show: no rows, no text, no traces. */
export function isEmpty(data: unknown): boolean {
  if (data === undefined || data === null) return true
  if (typeof data === 'string') return data.trim() === ''
  if (typeof data !== 'object') return false
  if (Array.isArray(data)) return data.length === 0
  const traces = (data as Readonly<Record<string, unknown>>)['data']
  return Object.keys(data).length === 0 || (Array.isArray(traces) && traces.length === 0)
}
