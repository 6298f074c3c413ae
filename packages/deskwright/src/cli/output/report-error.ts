import type { DeskwrightError } from '../../errors/deskwright-error.ts'
import { renderDiagnostics, type Paint } from '../../errors/render.ts'

type Described = Pick<DeskwrightError, 'code' | 'message' | 'hint' | 'place' | 'diagnostics'>

/** Describes an error for a program. */
export function toErrorValue(error: unknown): { readonly error: Partial<Described> & { readonly message: string } } {
  if (!isDescribed(error)) return { error: { message: error instanceof Error ? error.message : String(error) } }
  const { code, message, hint, place, diagnostics } = error
  return {
    error: {
      code,
      message,
      hint,
      ...(place === undefined ? {} : { place }),
      ...(diagnostics.length === 0 ? {} : { diagnostics }),
    },
  }
}

/** Describes an error for people. An error that is not from the catalogue is a fault of ours and keeps its stack. */
export function renderError(error: unknown, paint: Paint): string {
  if (!isDescribed(error)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const { code, message, hint, diagnostics } = error
  return [
    `${paint('red', 'error')}   ${paint('bold', message)}  ${paint('dim', code)}`,
    `        ${paint('dim', 'fix:')} ${hint}`,
    ...(diagnostics.length === 0 ? [] : ['', renderDiagnostics(diagnostics, paint)]),
  ].join('\n')
}

/** The user's module may bring its own copy of the library, so the class does not tell. */
export function isDescribed(error: unknown): error is DeskwrightError {
  return error instanceof Error && error.name === 'DeskwrightError' && 'code' in error && 'hint' in error
}
