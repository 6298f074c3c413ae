/** A piece of a header line. */
export interface Token {
  readonly text: string
  /** Quoted text is never a keyword. */
  readonly quoted: boolean
}

/** Splits a header line into words, commas and quoted texts; a quote inside is doubled. Gives the open quote when one is not closed. */
export function tokenize(line: string): readonly Token[] | { readonly open: string } {
  const tokens: Token[] = []
  const piece = /\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|(,)|([^\s,"'][^\s,]*)|(["']))/y
  for (;;) {
    const match = piece.exec(line)
    if (match === null) return tokens
    const [, double, single, comma, word, open] = match
    if (open !== undefined) return { open }
    if (double !== undefined) tokens.push({ text: double.replaceAll('""', '"'), quoted: true })
    else if (single !== undefined) tokens.push({ text: single.replaceAll("''", "'"), quoted: true })
    else tokens.push({ text: comma ?? word ?? '', quoted: false })
  }
}
