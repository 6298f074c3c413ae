/** The lines of a text. */
export interface TextLines {
  readonly text: string
  /** Where each line begins. */
  readonly starts: readonly number[]
}

/** Finds the lines of a text. */
export function toLines(text: string): TextLines {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return { text, starts }
}

/** Gives the line and column of an offset, counted from 1. */
export function toPosition({ starts }: TextLines, offset: number): { readonly line: number; readonly column: number } {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}

/** Gives a line, counted from 1, without its end. */
export function lineAt({ text, starts }: TextLines, line: number): string {
  return text.slice(starts[line - 1], starts[line] ?? text.length).replace(/[\r\n]+$/, '')
}
