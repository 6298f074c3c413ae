/** What a body can be. A string is sent as UTF-8. */
export type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null

/** A body and what it is; ready to be sent any number of times, unless it is a stream. */
export interface Content {
  readonly contentType: string
  readonly body: Body
  /** Sent byte for byte: a part of a file. */
  readonly verbatim?: true
  /** The compressed body, once somebody asked for it. */
  zipped?: Promise<Uint8Array<ArrayBuffer>>
  /** How many bytes the compressed body takes, as soon as it is there. */
  zippedSize?: number
  /** Told the same by who compresses, for who counts. */
  onZipped?: (bytes: number) => void
}

/** Writes a value that is known to be plain JSON. */
export function toJsonContent(value: unknown): Content {
  return { contentType: 'application/json', body: JSON.stringify(value) }
}
