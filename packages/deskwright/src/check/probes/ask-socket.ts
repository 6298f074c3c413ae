/** What a socket is told and how long it is listened to. */
export interface SocketQuestion {
  readonly url: string
  /** The page that opens it. */
  readonly origin: string
  /** Sent as soon as it is open. */
  readonly message: string
  /** Milliseconds it may take to open. */
  readonly limit: number
  /** Milliseconds it may be silent after that. */
  readonly patience: number
  /** Whether a message is what was waited for. */
  readonly isEnough: (text: string) => boolean
  readonly signal: AbortSignal
}

/** What came of a socket. A message that is no text is `undefined`. */
export type Heard =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'refused'; readonly reason: string; readonly status?: number }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string; readonly messages: Messages }
  | { readonly kind: 'heard'; readonly messages: Messages }

type Messages = readonly (string | undefined)[]

/** Opens a socket, says one thing, and listens until enough has come. Throws only when the caller ended the check. */
export type AskSocket = (question: SocketQuestion) => Promise<Heard>

/** Messages that are listened to at most. */
const most = 50

/** Asks a socket as a browser would, which sends no headers of its own. */
export const askSocket: AskSocket = async ({ url, origin, message, limit, patience, isEnough, signal }) => {
  const { WebSocket } = await import('ws')
  signal.throwIfAborted()
  const socket = new WebSocket(url, { origin, handshakeTimeout: limit })
  const heard = await new Promise<Heard>((resolve) => {
    const messages: (string | undefined)[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (heard: Heard) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', give)
      // What happens while it is ended is of no interest any more.
      socket.removeAllListeners().on('error', () => undefined)
      socket.terminate()
      resolve(heard)
    }
    const give = () => end({ kind: 'heard', messages })
    signal.addEventListener('abort', give)
    socket.on('open', () => {
      timer = setTimeout(give, patience)
      socket.send(message)
    })
    socket.on('message', (data, isBinary) => {
      const text = isBinary ? undefined : toText(data)
      messages.push(text)
      if (messages.length >= most || text === undefined || isEnough(text)) give()
    })
    socket.on('close', (code, reason) => end({ kind: 'closed', code, reason: reason.toString(), messages }))
    socket.on('unexpected-response', (_request, { statusCode = 0 }) =>
      end({ kind: 'refused', reason: `it is answered ${statusCode}`, status: statusCode }),
    )
    socket.on('error', ({ message }) => end({ kind: 'refused', reason: message }))
  })
  signal.throwIfAborted()
  return heard
}

function toText(data: ArrayBuffer | Uint8Array | Uint8Array[]): string {
  return Array.isArray(data) ? Buffer.concat(data).toString() : new TextDecoder().decode(data)
}
