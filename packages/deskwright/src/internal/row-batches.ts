import { createBreather } from './breathe.ts'

/**
 * Reads the JSON text of an array of row objects as objects, some at a time, so that neither the whole text is held nor the
 * event loop for long. Engines end a piece where a row ends; one that ends elsewhere is read together with what follows.
 */
export async function* readRowBatches<Row>(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder()
  const breathe = createBreather()
  let text = ''
  let least = 0
  let end = ''
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true })
    end = text.trimEnd().at(-1) ?? end
    if (text.length < least) continue
    const rows = parseWhole(text)
    if (rows === undefined) {
      least = text.length * 2 // trying again at each piece would take the square of the time
      continue
    }
    text = ''
    least = 0
    if (rows.length > 0) yield rows as Row[]
    await breathe()
  }
  text += decoder.decode()
  const rest = parseWhole(text)
  if (rest === undefined || end !== ']') throw toSyntaxError(text)
  if (rest.length > 0) yield rest as Row[]
}

/** Parses a part of an array that ends where a row ends, with its comma or bracket or without; nothing when it ends elsewhere. */
function parseWhole(text: string): unknown[] | undefined {
  const from = /^[\s[,]*/.exec(text)![0].length
  const to = text.length - /[\s\],]*$/.exec(text.slice(-64))![0].length
  try {
    return JSON.parse(`[${text.slice(from, to)}]`) as unknown[]
  } catch {
    return undefined
  }
}

function toSyntaxError(text: string): unknown {
  try {
    return JSON.parse(`${text.startsWith('[') ? '' : '['}${text.replace(/^\s*,/, '')}`)
  } catch (error) {
    return error
  }
}
