/** Writes what a JSON value is made of: keys and types. Elements of an array are laid over one another; so are rows. */
export function toShape(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shapes = value.map((item) => toShape(item))
    return shapes.length === 0 ? [] : [shapes.reduce(merge)]
  }
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, toShape(item)]),
  )
}

/** What two elements have in common; a value that is sometimes missing is what it is when it is there. */
function merge(one: unknown, other: unknown): unknown {
  if (one === 'null') return other
  if (other === 'null' || JSON.stringify(one) === JSON.stringify(other)) return one
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === 0 ? other : other.length === 0 ? one : [merge(one[0], other[0])]
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted()
    return Object.fromEntries(
      keys.map((key) => [key, key in one && key in other ? merge(one[key], other[key]) : (one[key] ?? other[key])]),
    )
  }
  return 'several types'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
