/** Reads the JSON text of rows as objects: the same values that a client gets. */
export async function parseRows<Row = Record<string, unknown>>(pieces: AsyncIterable<Uint8Array>): Promise<Row[]> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true })
  return JSON.parse(text + decoder.decode()) as Row[]
}
