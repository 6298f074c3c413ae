/**
 * Reads the address of a backend as people type it. Without a scheme `http://` is meant; the name of a document at the end is left
 * out. `undefined`: it is none.
 */
export function parseBackendUrl(text: string): string | undefined {
  const typed = text.trim()
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined
  const { origin, pathname } = new URL(url)
  const path = pathname.replace(/\/(widgets|apps|agents|templates)\.json$/, '')
  return `${origin}${path}`.replace(/\/+$/, '')
}
