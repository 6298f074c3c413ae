/** A piece of a query: SQL, or a parameter. */
export type QueryPart = string | { readonly param: string; readonly line: number }

// Texts, names, comments and dollar quotes hold no parameters. The order matters: what begins first wins.
const piece =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\r\n]*|\/\*[^]*?(?:\*\/|$)|\$(\w*)\$[^]*?(?:\$\1\$|$)|\$([A-Za-z_]\w*)/g

/** Finds the parameters of a query, `$name`, outside of texts, quoted names and comments. */
export function splitQuery(text: string): QueryPart[] {
  const parts: QueryPart[] = []
  let from = 0
  for (const match of text.matchAll(piece)) {
    const [whole, , param] = match
    if (param === undefined) continue
    const line = text.slice(0, match.index).split(/\r\n|\n|\r/).length
    parts.push(text.slice(from, match.index), { param, line })
    from = match.index + whole.length
  }
  return [...parts, text.slice(from)]
}
