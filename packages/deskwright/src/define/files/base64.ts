const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const padding = '='.charCodeAt(0)

/** Writes bytes as the ASCII of base64, piece by piece: only what does not fill three bytes is carried over. */
export async function* toBase64(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array()
  for await (const piece of pieces) {
    let bytes = piece
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + piece.length)
      bytes.set(rest)
      bytes.set(piece, rest.length)
    }
    const whole = bytes.length - (bytes.length % 3)
    if (whole > 0) yield encode(bytes, whole)
    rest = bytes.slice(whole)
  }
  if (rest.length > 0) {
    const last = new Uint8Array(3)
    last.set(rest)
    yield encode(last, 3).fill(padding, rest.length + 1)
  }
}

function encode(bytes: Uint8Array, length: number): Uint8Array {
  const text = new Uint8Array((length / 3) * 4)
  for (let from = 0, to = 0; from < length; from += 3, to += 4) {
    const three = (bytes[from]! << 16) | (bytes[from + 1]! << 8) | bytes[from + 2]!
    text[to] = alphabet[three >> 18]!
    text[to + 1] = alphabet[(three >> 12) & 63]!
    text[to + 2] = alphabet[(three >> 6) & 63]!
    text[to + 3] = alphabet[three & 63]!
  }
  return text
}
