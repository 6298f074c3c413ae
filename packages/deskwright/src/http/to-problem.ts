import { requestErrors } from '../errors/catalogue/request.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'

/** What an error becomes on the wire. */
export interface Problem {
  readonly status: number
  readonly detail: string
  /** Whether the backend's code is at fault, so that the log should tell everything. */
  readonly unexpected: boolean
  /** What is wrong with each field, by name. */
  readonly byField?: Readonly<Record<string, string>> | undefined
  /** After how many seconds it is worth trying again. */
  readonly retryAfter?: number | undefined
}

/** Service unavailable, gateway timeout. */
const momentary: ReadonlySet<number> = new Set([503, 504])

/**
 * Turns whatever was thrown into an answer. What we or the loader meant for the user passes; so does a 4xx of another library.
 * Anything else stays inside: the answer names the request id, and in `dev` the reason. Of what is out of reach, busy or too slow
 * for the moment, the answer says just that.
 */
export function toProblem(error: unknown, where: string, requestId: string, dev: boolean): Problem {
  if (error instanceof DeskwrightError && (error.status < 500 || error.code in requestErrors)) {
    const status = isErrorStatus(error.status) ? error.status : 500
    const unexpected = status >= 500 && error.code !== 'request-refused'
    return { status, detail: error.message, unexpected, byField: error.byField }
  }
  const status = toClientStatus(error)
  if (status !== undefined) return { status, detail: (error as Error).message, unexpected: false }
  const reason = dev ? toReason(error) : undefined
  if (error instanceof DeskwrightError && momentary.has(error.status)) {
    const { status, title, retryAfter } = error
    const told = new DeskwrightError('load-unavailable', { where, requestId, status, title, reason })
    return { status, detail: told.message, unexpected: true, retryAfter }
  }
  const failed = new DeskwrightError('load-failed', { where, requestId, reason })
  return { status: failed.status, detail: failed.message, unexpected: true }
}

function toReason(error: unknown): string {
  if (error instanceof DeskwrightError) return `${error.message} ${error.hint}`
  return error instanceof Error ? error.message : String(error)
}

function toClientStatus(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined
  const { status } = error as { status?: unknown }
  return typeof status === 'number' && isErrorStatus(status) && status < 500 ? status : undefined
}

function isErrorStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 400 && status <= 599
}
