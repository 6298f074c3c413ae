const brand = Symbol.for('deskwright.jsonBody')

/**
 * An answer that writes itself as JSON text, for what is more than rows: rows with a count beside them. The kernel streams it
 * like a row set. A loader that returns one is checked by its outline.
 */
export interface JsonBody {
  readonly [brand]: true
  /** What the answer's check looks at instead of the text: the same keys, with empty rows. */
  readonly outline: unknown
  /** The UTF-8 text of one JSON value, in pieces. Fails before the first piece when there will be no answer. */
  json(signal?: AbortSignal): AsyncIterable<Uint8Array>
}

/** Marks an object as a JSON body. */
export function createJsonBody(parts: Omit<JsonBody, typeof brand>): JsonBody {
  return { ...parts, [brand]: true }
}

/** Whether a value is a JSON body, of whichever copy of the library. */
export function isJsonBody(value: unknown): value is JsonBody {
  return typeof value === 'object' && value !== null && brand in value
}
