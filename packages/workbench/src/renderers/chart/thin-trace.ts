import { isJsonObject, type JsonObject } from './json-object.ts'
import { isPacked, unpack } from './packed-numbers.ts'

/** Keeps every so manyeth point of a trace: the entries of all lists that have one for each point. */
export function thinPoints(trace: JsonObject, count: number, step: number): JsonObject {
  const thin = (value: unknown): unknown => {
    if (isPacked(value)) return thin(unpack(value))
    if (Array.isArray(value)) {
      if (value.length === count) return value.filter((_, index) => index % step === 0)
      // Dimensions hold one list each.
      return value.some(isJsonObject) ? value.map(thin) : value
    }
    if (!isJsonObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thin(inner)]))
  }
  return thin(trace) as JsonObject
}

/** Keeps every so manyeth row and column of a surface. */
export function thinGrid(trace: JsonObject, step: number): JsonObject {
  const every = (_: unknown, index: number) => index % step === 0
  const thin = (value: unknown): unknown => {
    const list = isPacked(value) ? unpack(value) : value
    if (!Array.isArray(list)) return value
    return list.filter(every).map((row: unknown) => (Array.isArray(row) ? row.filter(every) : row))
  }
  const gridded = ['x', 'y', 'z', 'surfacecolor', 'text', 'hovertext', 'customdata'].filter((key) => key in trace)
  return { ...trace, ...Object.fromEntries(gridded.map((key) => [key, thin(trace[key])])) }
}
