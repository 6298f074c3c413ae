/** Reads the bytes of an answer; `undefined` when there are more than `most`, and the rest is not waited for. */
export async function readBytes(answer: Response, most: number): Promise<Uint8Array | undefined> {
  if (answer.body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body) {
    length += part.length
    if (length > most) return undefined
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
