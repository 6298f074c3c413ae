import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Exchange } from './exchange.ts'

/**
 * Refuses a form's submit from a page that may not talk to this backend. Browsers hide answers from such pages, but a submit
 * has an effect that hiding the answer does not undo. Programs send no `Origin`.
 */
export function refuseForeignForm({ origin, settings, target }: Exchange): void {
  if (origin === null || settings.cors.allows(origin) || origin.endsWith(`://${target.host}`)) return
  throw new DeskwrightError('origin-refused', { origin })
}
