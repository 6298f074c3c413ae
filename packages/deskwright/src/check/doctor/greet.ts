import { connect, type Patience } from './connect.ts'

/** Where a server is, and what it is asked for. */
export interface Peer {
  readonly address: string
  readonly host: string
  readonly port: number
  readonly path: string
}

/** What a server says to a plain HTTP request. */
export type Greeting =
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'foreign'; readonly said: string }
  | { readonly kind: 'closed' | 'silent' | 'tls' }

/** Asks for a path by plain HTTP, and listens to the first bytes of the answer. */
export async function greet({ address, host, port, path }: Peer, patience: Patience): Promise<Greeting> {
  const hello = `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\nAccept: */*\r\n\r\n`
  return await say(address, port, hello, patience)
}

/** Says something that is no HTTP: servers refuse it at once, however long they need for what they are asked. */
export async function mumble({ address, port }: Peer, patience: Patience): Promise<Greeting> {
  return await say(address, port, 'deskwright-check\r\n\r\n', patience)
}

async function say(address: string, port: number, words: string, patience: Patience): Promise<Greeting> {
  const { limit, signal } = patience
  const reach = await connect(address, port, patience)
  if (reach.kind !== 'open') return { kind: reach.kind === 'silent' ? 'silent' : 'closed' }
  const { socket } = reach
  const greeting = await new Promise<Greeting>((resolve) => {
    const give = (heard: Greeting) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(heard)
    }
    const timer = setTimeout(() => give({ kind: 'silent' }), limit)
    socket.once('error', () => give({ kind: 'closed' }))
    socket.once('end', () => give({ kind: 'closed' }))
    socket.once('close', () => give({ kind: 'closed' }))
    socket.once('data', (bytes) => give(toGreeting(bytes)))
    socket.write(words)
  })
  signal.throwIfAborted()
  return greeting
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
