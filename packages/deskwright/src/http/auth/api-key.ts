import type { Auth } from '../../define/backend-options.ts'
import type { User } from '../../define/context.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { toRequestTarget } from '../request-target.ts'
import { isSameDigest, toDigest } from './digest.ts'

/** Where API keys arrive and which are known. */
export interface ApiKeyOptions {
  /** The header that carries the key. Default `X-API-KEY`, unless `query` is given. */
  readonly header?: string
  /** The query key that carries the key. Workspace sends no query values with `agents.json`, so prefer a header. */
  readonly query?: string
  /** The keys, or the keys by the id of who holds them: `context.user.id`. */
  readonly keys: readonly string[] | Readonly<Record<string, string>>
}

/**
 * Lets in whoever sends a known key, compared in constant time.
 * @throws `auth-unusable` when there is no key, or an empty one.
 * @see spec README §3, §5.1
 */
export function apiKey({ query, header = query === undefined ? 'X-API-KEY' : undefined, keys }: ApiKeyOptions): Auth {
  const holders = Array.isArray(keys) ? keys.map((key: string) => ['api-key', key] as const) : Object.entries(keys)
  if (holders.length === 0) throw new DeskwrightError('auth-unusable', { problem: 'apiKey has no keys' })
  if (holders.some(([, key]) => typeof key !== 'string' || key.trim() === '')) {
    throw new DeskwrightError('auth-unusable', { problem: 'apiKey has an empty key' })
  }
  let digests: Promise<(readonly [string, Uint8Array])[]> | undefined

  const authenticate = async (request: Request): Promise<User | undefined> => {
    const fromHeader = header === undefined ? null : request.headers.get(header)
    const sent =
      fromHeader ?? (query === undefined ? null : new URLSearchParams(toRequestTarget(request.url).query).get(query))
    if (sent === null) return undefined
    digests ??= Promise.all(holders.map(async ([id, key]) => [id, await toDigest(key)] as const))
    const digest = await toDigest(sent)
    let user: User | undefined
    for (const [id, known] of await digests) if (isSameDigest(known, digest)) user = { id }
    return user
  }
  return Object.assign(authenticate, {
    challenge: 'ApiKey',
    ticketSecret: JSON.stringify(holders),
    ...(query !== undefined && { secretQueryKeys: [query] }),
  })
}
