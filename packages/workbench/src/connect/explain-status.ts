import type { ConnectionFailure, FailureKind } from './failure.ts'

interface Explanation {
  readonly kind: FailureKind
  readonly message: (status: number) => string
  readonly hint: string
  readonly workspaceSays: string
}

const authentication: Explanation = {
  kind: 'forbidden',
  message: (status) => `The backend wants to know who asks: it answered ${status}.`,
  hint: 'Add the header or query key it expects to the connection, for example X-API-KEY.',
  workspaceSays: 'Authentication failed',
}

const explanations: Readonly<Record<number, Explanation>> = {
  401: authentication,
  403: authentication,
  404: {
    kind: 'not-found',
    message: () => 'A server answers, but it has no widgets.json at this address.',
    hint: 'Check the path of the address: the documents are looked for right below it.',
    workspaceSays: 'Not found',
  },
  422: {
    kind: 'rejected',
    message: () => 'The backend rejected the request for widgets.json as invalid.',
    hint: 'Check the query keys of the connection; widgets.json must be served without any parameter.',
    workspaceSays: 'The request was rejected',
  },
}

const serverError: Explanation = {
  kind: 'server-error',
  message: (status) => `The backend failed while it made widgets.json: it answered ${status}.`,
  hint: 'Look at the log of the backend.',
  workspaceSays: 'Server error',
}

const other: Explanation = {
  kind: 'status',
  message: (status) => `The backend answered ${status} instead of widgets.json.`,
  hint: 'Answer with 200 and the document.',
  workspaceSays: 'Failed to connect',
}

/** Explains an answer without success, with what the backend itself says about it. */
export function explainStatus(url: string, status: number, body: string): ConnectionFailure {
  const { kind, message, hint, workspaceSays } = explanations[status] ?? (status >= 500 ? serverError : other)
  const said = readDetail(body)
  return {
    kind,
    url,
    message: said === undefined ? message(status) : `${message(status)} It says: ${said}`,
    hint,
    workspaceSays,
  }
}

/** What Workspace shows of an error: the first of these keys. */
function readDetail(body: string): string | undefined {
  try {
    const { detail, message, error } = JSON.parse(body) as Readonly<Record<string, unknown>>
    const said = detail ?? message ?? error
    return said === undefined ? undefined : typeof said === 'string' ? said : JSON.stringify(said)
  } catch {
    return undefined
  }
}
