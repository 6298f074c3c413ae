import { DeskwrightError } from '../errors/deskwright-error.ts'

/**
 * Reads a JSON body of any content type; a string that holds JSON is read once more. An empty body is `undefined`.
 * @throws `body-too-large` beyond `limit` bytes, whatever the length header says; `body-malformed` when it is not JSON.
 * @see spec README §5.1
 */
export async function readJsonBody(request: Request, limit: number): Promise<unknown> {
  const text = await readText(request, limit)
  if (text.trim() === '') return undefined
  const once = parse(text)
  return typeof once === 'string' ? parse(once) : once
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new DeskwrightError('body-malformed', { problem }, { cause })
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('Content-Length')) > limit) throw new DeskwrightError('body-too-large', { limit })
  if (request.body === null) return ''
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.byteLength
    if (length > limit) {
      await reader.cancel()
      throw new DeskwrightError('body-too-large', { limit })
    }
    text += decoder.decode(value, { stream: true })
  }
}
