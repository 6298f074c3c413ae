import type { DecodeClock, Params } from '../define/params/param.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'

/** Where values may come from, the strongest first. */
export interface ValueSources {
  readonly captures: Readonly<Record<string, string>> | undefined
  readonly query: URLSearchParams | undefined
  /** A decoded JSON body; only an object has values. */
  readonly body: unknown
}

/**
 * Decodes what a request says about each declared parameter: path before query before body. Keys nobody declared are ignored.
 * @throws `params-invalid` with every bad parameter at once.
 * @see widget-data §1
 */
export function decodeValues(params: Params, sources: ValueSources, clock: DecodeClock): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  let byField: Record<string, string> | undefined
  for (const name in params) {
    const decoded = params[name]!.decode(toReceived(name, sources), clock)
    if ('problem' in decoded) (byField ??= {})[name] = decoded.problem
    else values[name] = decoded.value
  }
  if (byField === undefined) return values
  const problems = Object.entries(byField).map(([name, problem]) => `${name}: ${problem}`)
  throw new DeskwrightError('params-invalid', { problems, byField })
}

function toReceived(name: string, { captures, query, body }: ValueSources): unknown {
  if (captures !== undefined && Object.hasOwn(captures, name)) return captures[name]
  if (query !== undefined) {
    const texts = query.getAll(name)
    if (texts.length > 0) return texts.length === 1 ? texts[0] : texts
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  return Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined
}
