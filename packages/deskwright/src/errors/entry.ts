/** What a catalogue entry says of one occurrence. */
export interface ErrorText {
  /** What is wrong and why, in full sentences. */
  readonly message: string
  /** The next action that mends it. */
  readonly hint: string
}

/** One kind of error: its title for the documentation, its HTTP status, and the words for an occurrence. */
export interface CatalogueEntry<Details> {
  readonly title: string
  /** The HTTP status when this error answers a request. */
  readonly status: number
  readonly text: (details: Details) => ErrorText
}

/** Declares a catalogue entry. Identity; it exists to infer `Details`. */
export function entry<Details>(
  title: string,
  status: number,
  text: (details: Details) => ErrorText,
): CatalogueEntry<Details> {
  return { title, status, text }
}
