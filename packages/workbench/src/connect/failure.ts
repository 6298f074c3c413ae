/** Why a backend could not be connected, as far as a page and its server can tell. */
export type FailureKind =
  | 'certificate'
  | 'cors'
  | 'dns'
  | 'forbidden'
  | 'invalid'
  | 'mixed-content'
  | 'not-found'
  | 'not-json'
  | 'protocol'
  | 'redirects'
  | 'refused'
  | 'rejected'
  | 'server-error'
  | 'status'
  | 'timeout'
  | 'unreachable'

/** A connection that failed, in words for its user. */
export interface ConnectionFailure {
  readonly kind: FailureKind
  /** What was asked. */
  readonly url: string
  /** What is wrong, in one sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** What Workspace would show instead. */
  readonly workspaceSays: string
}
