import { DeskwrightError } from '../errors/deskwright-error.ts'

/** How many updates may wait for a reader who does something else, and what he is told beyond that. */
export const overrun = {
  limit: 10_000,
  toError: (limit: number) => new DeskwrightError('live-source-overrun', { limit }),
}
