/** How a loader's result is checked and written: one per payload of the protocol. */
export interface Answer {
  /** What the loader should return, in words, for messages: `an array of row objects`. */
  readonly expects: string
  /** Says what is wrong with a result, or `undefined`; `asked` are the decoded params. Cheap: it runs on every answer. */
  readonly check: (value: unknown, asked: Readonly<Record<string, unknown>>) => string | undefined
  /** `json` is serialised (a string too); `text` and `bytes` are sent as they are, a `file` in the parts that are asked for. */
  readonly format: 'json' | 'text' | 'bytes' | 'file'
  /** The full content type of the answer. */
  readonly contentType: string
}

const jsonType = 'application/json'

/** Declares an answer sent as JSON. */
export function jsonAnswer(expects: string, check: Answer['check']): Answer {
  return { expects, check, format: 'json', contentType: jsonType }
}

/** Declares an answer sent as text. */
export function textAnswer(expects: string, contentType: string): Answer {
  return {
    expects,
    contentType: `${contentType}; charset=utf-8`,
    format: 'text',
    check: (value) => (typeof value === 'string' ? undefined : 'it is not a string'),
  }
}
