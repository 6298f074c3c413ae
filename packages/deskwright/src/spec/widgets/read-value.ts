import { type Reader, refuse, unchecked } from '../read/reader.ts'
import type { WireValue } from './param-value.ts'

const expects = 'a text, a number, true, false, null or an array of these'

/** Reads a parameter's value. The client takes what comes, so that nothing here is an error. */
export const value: Reader<WireValue> = unchecked({
  expects,
  read: (came, cursor) => {
    if (came === null || isScalar(came)) return came
    if (!Array.isArray(came)) return refuse(cursor, came, expects)
    const scalars = came.filter(isScalar)
    if (came.some((item) => item !== null && !isScalar(item))) refuse(cursor, came, expects)
    return scalars
  },
})

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
