import { ssrmRequestSchema } from '../spec/payloads/ssrm.ts'
import type { SsrmRequest } from '../spec/types.ts'

/** Reads the grid's request in all its forms; what is absent gets its default. */
export function toSsrmRequest(body: unknown): SsrmRequest {
  return ssrmRequestSchema.parse(body ?? {})
}
