/** Reads the text of a JSON body. */
export async function readJson(pieces: AsyncIterable<Uint8Array>): Promise<unknown> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true })
  return JSON.parse(text + decoder.decode()) as unknown
}
