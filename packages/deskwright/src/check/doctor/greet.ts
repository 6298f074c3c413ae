import { connect } from './connect.ts'

/** What a server says to a plain HTTP request. */
export type Greeting =
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'foreign'; readonly said: string }
  | { readonly kind: 'closed' | 'silent' | 'tls' }

/** Asks for a path by plain HTTP, and listens to the first bytes of the answer. */
export async function greet(
  address: string,
  { host, port, path }: { host: string; port: number; path: string },
  limit: number,
): Promise<Greeting> {
  const reach = await connect(address, port, limit)
  if (reach.kind !== 'open') return { kind: reach.kind === 'silent' ? 'silent' : 'closed' }
  const { socket } = reach
  return await new Promise((resolve) => {
    const give = (greeting: Greeting) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(greeting)
    }
    const timer = setTimeout(() => give({ kind: 'silent' }), limit)
    socket.once('error', () => give({ kind: 'closed' }))
    socket.once('end', () => give({ kind: 'closed' }))
    socket.once('close', () => give({ kind: 'closed' }))
    socket.once('data', (bytes) => give(toGreeting(bytes)))
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\nAccept: */*\r\n\r\n`)
  })
}

/** A TLS server answers with an alert record: its first byte is 21. */
function toGreeting(bytes: Buffer): Greeting {
  if (bytes[0] === 21 && bytes[1] === 3) return { kind: 'tls' }
  const text = bytes.toString('latin1')
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(text)?.[1]
  if (status !== undefined) return { kind: 'http', status: Number(status) }
  return {
    kind: 'foreign',
    said: text
      .replaceAll(/[^\x20-\x7e]+/g, ' ')
      .trim()
      .slice(0, 40),
  }
}
