import type { AnswerHead } from './request-log.ts'

/** Why a request gave no data, in the words that Workspace shows. */
export interface RequestFailure {
  /** `network`: no answer that a page may read. `status`: refused. `no-content`: 204. `body`: what came is broken. */
  readonly kind: 'network' | 'status' | 'no-content' | 'body'
  readonly message: string
  readonly url: string
  readonly status?: number
  /** What the backend says of the kind of error: `error_kind`, else `status`. */
  readonly cause?: string
  readonly warnings?: readonly unknown[]
  /** What to do, when that is clear. */
  readonly hint?: string
}

/** What a request gave. */
export type Answer =
  | { readonly ok: true; readonly data: unknown; readonly head?: AnswerHead }
  | { readonly ok: false; readonly failure: RequestFailure }

/**
 * Reads an answer as Workspace does: JSON where it is JSON, else text. 204 and every status beyond 2xx are failures.
 * @see README §7
 */
export async function readAnswer(response: Response, url: string): Promise<Answer> {
  const { status, statusText } = response
  const text = await response.text()
  if (status === 204) {
    const hint = 'Answer with 200 and an empty list when there is no data; Workspace shows 204 as an error.'
    return { ok: false, failure: { kind: 'no-content', status, url, message: statusText || 'No Content', hint } }
  }
  if (!response.ok) return { ok: false, failure: toFailure(status, statusText, text, url) }
  const type = response.headers.get('Content-Type') ?? ''
  if (!/\bjson\b/i.test(type)) return { ok: true, data: /^\s*[[{]/.test(text) ? (parse(text) ?? text) : text }
  const data = parse(text)
  if (data !== undefined) return { ok: true, data }
  // Only a broken answer needs to be explained.
  const { readJson } = await import('../connect/document-readers.ts')
  const { diagnostics } = readJson(text, 'the answer')
  const [finding] = diagnostics
  const message = finding?.message ?? 'The answer says that it is JSON, but it is not.'
  const hint = finding?.hint === undefined ? {} : { hint: finding.hint }
  return { ok: false, failure: { kind: 'body', status, url, message, ...hint } }
}

/** Words a request that got no answer: the browser does not say why. */
export function toNetworkFailure(error: unknown, url: string): RequestFailure {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    kind: 'network',
    url,
    message: reason === '' ? 'Failed to fetch' : reason,
    hint: 'The backend is not reachable, or its answer lacks the CORS headers for this page. Look at its own log: if the request is there, it is CORS.',
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
