import { isLate } from './limit-silence.ts'

/** Why a request gave no data, in the words that Workspace shows. */
export interface RequestFailure {
  /**
   * `network`: no answer that a page may read. `late`: none for too long. `redirect`: sent on, and never to an answer. `status`: refused.
   * `no-content`: 204. `body`: what came is broken.
   */
  readonly kind: 'network' | 'late' | 'redirect' | 'status' | 'no-content' | 'body'
  readonly message: string
  readonly url: string
  readonly status?: number
  /** What the backend says of the kind of error: `error_kind`, else `status`. */
  readonly cause?: string
  readonly warnings?: readonly unknown[]
  /** What to do, when that is clear. */
  readonly hint?: string
}

/** What a request gave; sizes are in characters. */
export type Answer =
  | { readonly ok: true; readonly data: unknown; readonly size: number }
  | { readonly ok: false; readonly failure: RequestFailure }

/**
 * Reads an answer as Workspace does: JSON where it is JSON, else text. 204 and every status beyond 2xx are failures.
 * @see README §7
 */
export async function readAnswer(response: Response, url: string): Promise<Answer> {
  const { status, statusText } = response
  const text = await readText(response)
  const size = text.length
  if (status === 204) {
    const hint = 'Answer with 200 and an empty list when there is no data; Workspace shows 204 as an error.'
    return { ok: false, failure: { kind: 'no-content', status, url, message: statusText || 'No Content', hint } }
  }
  if (!response.ok) return { ok: false, failure: toFailure(status, statusText, text, url) }
  const type = response.headers.get('Content-Type') ?? ''
  if (!/\bjson\b/i.test(type)) return { ok: true, data: /^\s*[[{]/.test(text) ? (parse(text) ?? text) : text, size }
  try {
    return { ok: true, data: JSON.parse(text), size }
  } catch (error) {
    return { ok: false, failure: { kind: 'body', status, url, ...(await explainBroken(text, error)) } }
  }
}

/** Reads a body to its end. Browsers' own `text()` forgets why a body broke off. */
async function readText({ body }: Response): Promise<string> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
  }
}

/** Characters up to which a broken answer is read once more, to say where and why. */
const explained = 2_000_000

async function explainBroken(text: string, error: unknown): Promise<Pick<RequestFailure, 'message' | 'hint'>> {
  if (text.length > explained) {
    return { message: `The answer is no JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const { readJson } = await import('../connect/document-readers.ts')
  const [finding] = readJson(text, 'the answer').diagnostics
  const message = finding?.message ?? 'The answer says that it is JSON, but it is not.'
  return finding?.hint === undefined ? { message } : { message, hint: finding.hint }
}

/** Words a request that got no answer: the browser does not say why. */
export function toNetworkFailure(error: unknown, url: string): RequestFailure {
  const reason = error instanceof Error ? error.message : String(error)
  if (isLate(error)) {
    return {
      kind: 'late',
      url,
      message: reason,
      hint: 'The Workbench has stopped waiting. Look at what this endpoint waits for: a database, another server, a lock.',
    }
  }
  return {
    kind: 'network',
    url,
    message: reason === '' ? 'Failed to fetch' : reason,
    hint: 'The backend is not reachable, or its answer lacks the CORS headers for this page. Look at its own log: if the request is there, it is CORS.',
  }
}

/** Words a request that was sent on and on, or to a place that this page may not read: the browser does not say where. */
export function toRedirectFailure(url: string): RequestFailure {
  return {
    kind: 'redirect',
    url,
    message: 'The backend sends the request on to another address, and no answer comes of it.',
    hint: 'It leads in a circle, or to a server that does not allow this page. Let the endpoint answer itself, or name the last address in widgets.json.',
  }
}

function toFailure(status: number, statusText: string, text: string, url: string): RequestFailure {
  const body = parse(text)
  const fallback = statusText || `Status ${status}`
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { kind: 'status', status, url, message: fallback }
  }
  const fields = body as Readonly<Record<string, unknown>>
  const said = [fields['detail'], fields['message'], fields['error'], body].find(
    (value) => value !== undefined && value !== null && value !== '',
  )
  const cause = fields['error_kind'] ?? fields['status']
  return {
    kind: 'status',
    status,
    url,
    message: typeof said === 'string' ? said : JSON.stringify(said),
    ...(cause === undefined ? {} : { cause: typeof cause === 'string' ? cause : JSON.stringify(cause) }),
    ...(Array.isArray(fields['warnings']) ? { warnings: fields['warnings'] } : {}),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
