import { catalogue, type ErrorCode, type ErrorDetails } from './catalogue.ts'
import type { CatalogueEntry } from './entry.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Extra facts an error may carry. */
export interface ErrorExtras {
  readonly cause?: unknown
  /** The findings behind the error, when it sums up several. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** The only error class of Deskwright. It is built from the catalogue, so that every error has a code, a hint and a page. */
export class DeskwrightError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'DeskwrightError'
  readonly code: Code
  readonly title: string
  /** The next action that mends it. */
  readonly hint: string
  /** The HTTP status when this error answers a request. */
  readonly status: number
  /** After how many seconds it is worth trying again, when waiting may help. */
  readonly retryAfter: number | undefined
  /** Where in the sources it is, when that is known: `desk.ts:12:7`. */
  readonly place: string | undefined
  /** What is wrong with each field of a form, or each parameter, by name. */
  readonly byField: Readonly<Record<string, string>> | undefined
  readonly diagnostics: readonly Diagnostic[]

  constructor(code: Code, details: ErrorDetails<Code>, extras: ErrorExtras = {}) {
    const { title, status, text } = catalogue[code] as CatalogueEntry<ErrorDetails<Code>>
    const { message, hint } = text(details)
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause })
    this.code = code
    this.title = title
    this.hint = hint
    this.status = numberIn(details, 'status') ?? status
    this.retryAfter = numberIn(details, 'retryAfter')
    this.place = textIn(details, 'place')
    this.byField = (details as Partial<Pick<DeskwrightError, 'byField'>> | undefined)?.byField
    this.diagnostics = extras.diagnostics ?? []
  }
}

/** An entry whose details name a status answers with that status; one that names a wait asks for it. */
function numberIn(details: unknown, key: 'status' | 'retryAfter'): number | undefined {
  const value = (details as Partial<Record<typeof key, unknown>> | undefined)?.[key]
  return typeof value === 'number' ? value : undefined
}

/** An entry whose details name a place is about that place. */
function textIn(details: unknown, key: 'place'): string | undefined {
  const value = (details as Partial<Record<typeof key, unknown>> | undefined)?.[key]
  return typeof value === 'string' ? value : undefined
}
