import { number, type Reader, sensible } from '../read/reader.ts'

const accepted = number(100, 1000)
const documented = sensible(200, 1000)

/** Reads the width of a popup in pixels: the client takes more than the documentation allows. */
export const popupWidth: Reader<number> = {
  expects: documented.expects,
  read: (value, cursor) => {
    const read = accepted.read(value, cursor)
    return read === undefined ? undefined : documented.read(read, cursor)
  },
}
