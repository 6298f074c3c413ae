const final = 0x80
const text = 0x01

/** Writes a text as a frame that a server sends: not masked, in one piece. @see RFC 6455 §5.2 */
export function toTextFrame(payload: string): Buffer {
  const size = Buffer.byteLength(payload)
  const extended = size < 126 ? 0 : size < 65_536 ? 2 : 8
  const frame = Buffer.allocUnsafe(2 + extended + size)
  frame[0] = final | text
  frame[1] = extended === 0 ? size : extended === 2 ? 126 : 127
  if (extended === 2) frame.writeUInt16BE(size, 2)
  if (extended === 8) frame.writeBigUInt64BE(BigInt(size), 2)
  frame.write(payload, 2 + extended)
  return frame
}
