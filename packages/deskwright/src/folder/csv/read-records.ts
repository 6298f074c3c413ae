/** A row of delimited text. */
export interface CsvRecord {
  /** The line it begins on, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Reads the rows at the beginning of delimited text; fields may stand in double quotes. Without `whole` the last row is left
 * out, because it may be cut off. Empty lines are no rows.
 */
export function readRecords(text: string, delimiter: string, whole: boolean, limit = 1000): CsvRecord[] {
  const records: CsvRecord[] = []
  let fields: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let start = 1
  const endRecord = () => {
    fields.push(field)
    if (fields.length > 1 || field !== '') records.push({ line: start, fields })
    fields = []
    field = ''
  }
  for (let at = 0; at < text.length && records.length < limit; at += 1) {
    const character = text[at]!
    const isBreak = character === '\n' || (character === '\r' && text[at + 1] !== '\n')
    if (isBreak) line += 1
    if (quoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && field === '') quoted = true
    else if (character === delimiter) {
      fields.push(field)
      field = ''
    } else if (isBreak) {
      endRecord()
      start = line
    } else if (character !== '\r') field += character
  }
  if (whole && records.length < limit) endRecord()
  return records
}
