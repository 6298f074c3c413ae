import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose'
import type { Auth } from '../../define/backend-options.ts'
import type { User } from '../../define/context.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'

/** Whose tokens are trusted. */
export interface BearerOptions {
  /** Where the issuer publishes its keys. */
  readonly jwksUrl?: string
  /** The keys themselves, instead of `jwksUrl`. */
  readonly jwks?: JSONWebKeySet
  readonly issuer: string | readonly string[]
  readonly audience: string | readonly string[]
  /** The header that carries the token, with or without `Bearer `. Default `Authorization`; `X-Okta-Id-Token` and the like work too. */
  readonly header?: string
}

/**
 * Lets in whoever sends a JSON Web Token that is signed by a known key, for this audience, by this issuer, and not expired.
 * The user's id is the token's `sub`; its other claims are the user's too.
 * @throws `auth-unusable` without keys.
 * @see spec README §5.1
 */
export function bearer({ jwksUrl, jwks, issuer, audience, header = 'Authorization' }: BearerOptions): Auth {
  if ((jwksUrl === undefined) === (jwks === undefined)) {
    throw new DeskwrightError('auth-unusable', { problem: 'bearer needs either jwksUrl or jwks' })
  }
  const expected = {
    issuer: [issuer].flat(),
    audience: [audience].flat(),
    requiredClaims: ['sub', 'exp'],
    clockTolerance: 5,
  }
  let keys: JWTVerifyGetKey | undefined

  const authenticate = async (request: Request): Promise<User | undefined> => {
    const token = request.headers.get(header)?.replace(/^Bearer\s+/i, '')
    if (token === undefined) return undefined
    const { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } = await import('jose')
    keys ??= jwks === undefined ? createRemoteJWKSet(new URL(jwksUrl!)) : createLocalJWKSet(jwks)
    try {
      const { payload } = await jwtVerify(token, keys, expected)
      return { ...payload, id: payload.sub! }
    } catch (error) {
      if (error instanceof errors.JOSEError && !isOutage(error.code)) return undefined
      throw error
    }
  }
  return Object.assign(authenticate, { challenge: 'Bearer' })
}

/** Whether the keys could not be had: the backend's trouble, not the client's. */
function isOutage(code: string): boolean {
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JWKS_INVALID' || code === 'ERR_JOSE_GENERIC'
}
