/** The parts of a request's URL that the kernel looks at, still percent-encoded. */
export interface RequestTarget {
  /** `localhost:7779` */
  readonly host: string
  /** Starts with a slash. */
  readonly path: string
  /** Without the question mark. */
  readonly query: string
}

/** Splits a URL that `Request` has already normalised; `new URL` would parse it a second time. */
export function toRequestTarget(url: string): RequestTarget {
  const hostStart = url.indexOf('://') + 3
  const slash = url.indexOf('/', hostStart)
  const fragment = url.indexOf('#', hostStart)
  const end = fragment === -1 ? url.length : fragment
  const question = url.indexOf('?', hostStart)
  const pathEnd = question === -1 || question > end ? end : question
  const pathStart = slash === -1 || slash > pathEnd ? pathEnd : slash
  return {
    host: url.slice(hostStart, pathStart),
    path: url.slice(pathStart, pathEnd) || '/',
    query: pathEnd === end ? '' : url.slice(pathEnd + 1, end),
  }
}

/** Whether a host is this machine, where bandwidth is free. */
export function isLoopback(host: string): boolean {
  return /^(localhost|[\w-]+\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host)
}
