/** The rows of a table in a file. */
export interface ReadRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** What was left out, in a sentence. */
  readonly notice?: string
}

const mostRows = 100_000

/** Reads CSV: the first line names the columns, numbers are numbers. Very long files are cut. */
export async function toTableRows(bytes: Uint8Array): Promise<ReadRows> {
  const { default: papa } = await import('papaparse')
  const text = new TextDecoder().decode(bytes)
  const { data } = papa.parse<Readonly<Record<string, unknown>>>(text, {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: 'greedy',
    preview: mostRows + 1,
  })
  if (data.length <= mostRows) return { rows: data }
  return { rows: data.slice(0, mostRows), notice: `Only the first ${mostRows.toLocaleString('en')} rows are shown.` }
}

/** Reads the words of a `.docx`. Throws when it is none. */
export async function toWordText(bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly text: string }> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.extractRawText({ arrayBuffer: bytes.buffer })
  return { text: value }
}
