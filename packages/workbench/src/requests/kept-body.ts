/** The body of an answer, as far as it is kept. */
export interface KeptBody {
  readonly text: string
  /** How long it was, in bytes. */
  readonly bytes: number
  /** Whether there was more than is kept. */
  readonly cut: boolean
}

/** Collects the start of a body while it comes in. */
export function createKeptBody(limit: number): { add(chunk: Uint8Array): void; take(): KeptBody } {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  return {
    add: (chunk) => {
      const left = limit - bytes
      bytes += chunk.length
      if (left > 0) text += decoder.decode(chunk.subarray(0, left), { stream: true })
    },
    take: () => ({ text: bytes > limit ? text : text + decoder.decode(), bytes, cut: bytes > limit }),
  }
}
