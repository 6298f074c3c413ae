import { DeskwrightError } from '../errors/deskwright-error.ts'

/**
 * Ends a load with an answer that Workspace shows to the user: `refuse(404, 'Ticker ZZZ not found')`.
 * @throws always; the status is one of 400 to 599.
 * @see spec README §7
 */
export function refuse(status: number, detail: string): never {
  throw new DeskwrightError('request-refused', { status, detail })
}
