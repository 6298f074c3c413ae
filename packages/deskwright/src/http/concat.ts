import { createBreather } from '../internal/breathe.ts'

/** Puts pieces one behind the other; many of them with pauses, because fresh memory is slow to fill. */
export async function concat(pieces: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const breathe = createBreather()
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
    await breathe()
  }
  return whole
}
