/** Writes a path with one slash before every segment and none at the end; the root is `/`. */
export function toPath(text: string): string {
  const path = `/${text}`.replace(/\/{2,}/g, '/')
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

/** Writes what a backend lies below: nothing, or a leading slash and no trailing one. */
export function toBasePath(text: string | undefined): string {
  const path = toPath(text ?? '')
  return path === '/' ? '' : path
}

/** Undoes percent-encoding; text that is not validly encoded stays as it is. */
export function decodePercents(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Writes text as URL parsers write it inside a path. */
export function encodePath(text: string): string {
  const url = new URL('http://host')
  // The letter keeps a lone dot from being read as "this folder".
  url.pathname = `/x${text}`
  return url.pathname.slice(2)
}
