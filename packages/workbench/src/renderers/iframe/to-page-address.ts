import { isLoopback } from '../documents/hosts.ts'

/** The address of a page that may be embedded, or why it may not: a sentence. */
export type PageAddress = { readonly url: string; readonly origin: string } | { readonly refusal: string }

/** Checks an address as Workspace does: `https`, or `http` on this machine. */
export function toPageAddress(url: string): PageAddress {
  if (!URL.canParse(url)) return { refusal: `The address of the page cannot be read: ${url.slice(0, 200)}` }
  const { protocol, host, origin } = new URL(url)
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(host))) return { url, origin }
  const got = protocol === 'http:' ? `http on ${host}` : protocol.slice(0, -1)
  return { refusal: `A page is embedded from https, or from http on this machine, not from ${got}.` }
}
