import { isJsonObject, type JsonObject } from './json-object.ts'

/** Numbers as Plotly's Python library packs them. */
export interface PackedNumbers extends JsonObject {
  readonly dtype: string
  readonly bdata: string
}

const kinds = {
  f8: Float64Array,
  f4: Float32Array,
  i4: Int32Array,
  u4: Uint32Array,
  i2: Int16Array,
  u2: Uint16Array,
  i1: Int8Array,
  u1: Uint8Array,
  u1c: Uint8ClampedArray,
} as const

/** Tells packed numbers from other objects. */
export function isPacked(value: unknown): value is PackedNumbers {
  return isJsonObject(value) && typeof value['bdata'] === 'string' && String(value['dtype']) in kinds
}

/** Unpacks numbers, row by row where they have a shape of rows and columns. What is broken gives none. */
export function unpack({ dtype, bdata, shape }: PackedNumbers): readonly unknown[] {
  const kind = kinds[dtype as keyof typeof kinds]
  try {
    const { buffer, length } = Uint8Array.from(atob(bdata), (letter) => letter.charCodeAt(0))
    const numbers = Array.from(new kind(buffer.slice(0, length - (length % kind.BYTES_PER_ELEMENT))))
    const [, columns] = typeof shape === 'string' ? shape.split(',') : []
    return columns === undefined ? numbers : toRows(numbers, Number(columns))
  } catch {
    return []
  }
}

function toRows(numbers: readonly number[], columns: number): readonly (readonly number[])[] {
  if (!(columns > 0)) return []
  return Array.from({ length: Math.ceil(numbers.length / columns) }, (_, row) =>
    numbers.slice(row * columns, (row + 1) * columns),
  )
}
