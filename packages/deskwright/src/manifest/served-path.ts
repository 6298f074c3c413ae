/** Whether an address can be served: no other server, and no query. */
export function isServedPath(endpoint: string): boolean {
  return !/^[a-z]+:|[?#]/i.test(endpoint)
}

/** Writes a path with one slash between segments, and one in front. */
export function toServedPath(endpoint: string): string {
  return `/${endpoint.split('/').filter(Boolean).join('/')}`
}
