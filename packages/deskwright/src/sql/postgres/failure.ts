/** What the server says when it refuses something. */
interface ServerFailure extends Error {
  readonly severity: string
  /** The five characters of SQLSTATE. */
  readonly code: string
  /** Where in the text, in characters, from 1. */
  readonly position?: string | undefined
  readonly detail?: string | undefined
  readonly hint?: string | undefined
}

const shownLength = 120

/** Whether the server said it; otherwise the connection failed. */
export function isServerFailure(error: unknown): error is ServerFailure {
  return error instanceof Error && 'severity' in error && 'code' in error
}

/** SQLSTATE of what a server refused, also when an error of ours stands for it. */
export function toState(error: unknown): string {
  const failure = error instanceof Error && isServerFailure(error.cause) ? error.cause : error
  return isServerFailure(failure) ? failure.code : ''
}

/** The words of an error of the connection. */
export function toConnectionReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ((error as { code?: string }).code ?? error.name) // one per address that was tried has no message
}

/** The server's words; with the place it marks, when that lies in `text`, which begins `offset` characters into what was sent. */
export function toReason(error: unknown, text = '', offset = 0): string {
  if (!isServerFailure(error)) return toConnectionReason(error)
  const words = [error.message, error.detail, error.hint]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]$/.test(part!) ? part : `${part}.`))
    .join(' ')
  const place = toPlace(text, Number(error.position) - offset)
  return place === undefined ? words : `${words}\n\n${place}`
}

/** The line of a place, with a mark under it. */
function toPlace(text: string, position: number): string | undefined {
  const characters = Array.from(text) // PostgreSQL counts code points
  if (!(position >= 1 && position <= characters.length + 1)) return undefined
  const before = characters.slice(0, position - 1).join('')
  const number = before.split('\n').length
  const start = before.lastIndexOf('\n') + 1
  const column = Array.from(before.slice(start)).length
  const line = Array.from(text.slice(start).split('\n', 1)[0]!)
  const cut = Math.max(0, column - shownLength / 2)
  const shown = `${cut > 0 ? '…' : ''}${line.slice(cut, cut + shownLength).join('')}`
  const label = `LINE ${number}: `
  return `${label}${shown.trimEnd()}\n${' '.repeat(label.length + column - cut + (cut > 0 ? 1 : 0))}^`
}
