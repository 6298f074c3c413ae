import type { User } from '../define/context.ts'

/** Lets the sockets of a user in: a browser can send no header with one, but it opens the address that the document gave it. */
export interface Tickets {
  /** Writes a ticket that says who holds it, which nobody else can read or make. */
  issue(user: User): Promise<string>
  /** Reads a ticket; `undefined` when it is none of ours or has expired. */
  redeem(ticket: string): Promise<User | undefined>
}

/** The query key of a ticket. */
export const ticketKey = 'ticket'

/** A working day, in milliseconds; never longer than the token by which its holder was known. */
const lifetime = 12 * 3_600_000
const ivLength = 12

let madeAtStart: string | undefined

/** Creates tickets. Backends with the same secret take each other's; without one they are good until the program ends. */
export function createTickets(secret: string | undefined, now: () => number): Tickets {
  let key: Promise<CryptoKey> | undefined
  const loadKey = () => (key ??= toKey(secret ?? (madeAtStart ??= crypto.randomUUID() + crypto.randomUUID())))
  return {
    async issue(user) {
      const { exp } = user
      const until = Math.min(now() + lifetime, typeof exp === 'number' ? exp * 1000 : Infinity)
      const iv = crypto.getRandomValues(new Uint8Array(ivLength))
      const text = new TextEncoder().encode(JSON.stringify({ user, until }))
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await loadKey(), text)
      return toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    async redeem(ticket) {
      try {
        const bytes = fromBase64Url(ticket)
        const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, ivLength) }
        const opened = await crypto.subtle.decrypt(algorithm, await loadKey(), bytes.subarray(ivLength))
        const { user, until } = JSON.parse(new TextDecoder().decode(opened)) as { user: User; until: number }
        return now() < until ? user : undefined
      } catch {
        return undefined // not a ticket of ours
      }
    },
  }
}

async function toKey(secret: string): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`socket ticket ${secret}`))
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
