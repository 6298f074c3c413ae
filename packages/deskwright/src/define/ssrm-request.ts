import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { SsrmRequest } from '../spec/types.ts'

/**
 * Reads the grid's request in all its forms; what is absent gets its default.
 * @throws `params-invalid` with everything that cannot be understood.
 */
export async function toSsrmRequest(body: unknown): Promise<SsrmRequest> {
  // Loaded with the first request: schemas are a good part of what a start costs.
  const { ssrmRequestSchema } = await import('../spec/payloads/ssrm.ts')
  const { success, data, error } = ssrmRequestSchema.safeParse(body ?? {})
  if (success) return data
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  throw new DeskwrightError('params-invalid', { problems })
}
