import type { BackendRequest } from '../requests/backend-request.ts'

/** Writes a request as a command line that sends it again, secrets included. */
export function toCurl({ method, url, headers, body }: BackendRequest): string {
  const parts = [
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ]
  return [`curl ${quote(url)}`, ...parts].join(' \\\n  ')
}

/** For POSIX shells. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
