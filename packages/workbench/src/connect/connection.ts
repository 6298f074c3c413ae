/** A backend that the page knows, with what its user typed for every request to it. */
export interface Connection {
  readonly name: string
  /** The address that its paths are relative to, without a final slash. It also tells connections apart. */
  readonly url: string
  /** Sent with every request to the backend's own origin; secrets, mostly. */
  readonly headers?: Readonly<Record<string, string>>
  /** Query keys that every request to the backend's own origin carries. */
  readonly query?: Readonly<Record<string, string>>
}

/**
 * Reads the address of a backend as people type it. Without a scheme `http://` is meant; the name of a document at the end is left
 * out. `undefined`: it is none.
 */
export function parseConnectionUrl(text: string): string | undefined {
  const typed = text.trim()
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined
  const { origin, pathname } = new URL(url)
  const path = pathname.replace(/\/(widgets|apps|agents|templates)\.json$/, '')
  return `${origin}${path}`.replace(/\/+$/, '')
}
