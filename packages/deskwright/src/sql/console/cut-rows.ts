const [quote, backslash, comma] = ['"', '\\', ','].map((character) => character.charCodeAt(0))
const [opening, closing] = [new Set('[{'), new Set(']}')].map(
  (set) => new Set(Array.from(set, (one) => one.charCodeAt(0))),
)

/** Keeps the first rows of the JSON text of an array of rows, without reading the rows. */
export function cutRows(json: string, count: number): string {
  let depth = 0
  let rows = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (inText && code === backslash) at += 1
    else if (code === quote) inText = !inText
    else if (inText) continue
    else if (opening!.has(code)) depth += 1
    else if (closing!.has(code)) depth -= 1
    else if (code === comma && depth === 1 && (rows += 1) === count) return `${json.slice(0, at)}]`
  }
  return json
}
