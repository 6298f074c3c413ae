/** A text as it is shown. */
export interface ShownText {
  readonly text: string
  /** What was left out, in a sentence; absent when the text is whole. */
  readonly notice?: string
}

/** Cuts a text that would make the page slow, at the end of a line where there is one nearby. Lengths are in characters. */
export function cutText(text: string, limit: number): ShownText {
  if (text.length <= limit) return { text }
  const line = text.lastIndexOf('\n', limit)
  const end = line > limit * 0.9 ? line : limit
  const count = (value: number) => value.toLocaleString('en')
  return {
    text: text.slice(0, end),
    notice: `Only the first ${count(end)} of ${count(text.length)} characters are shown.`,
  }
}
