/** How a live grid stands with its server. */
export type LiveState =
  | { readonly kind: 'connecting' | 'live' | 'idle' }
  | { readonly kind: 'waiting'; readonly seconds: number; readonly reason: string }

/** What a live socket needs. */
export interface LiveSocketOptions {
  readonly connect: () => WebSocket
  readonly onMessage: (data: unknown) => void
  readonly onState: (state: LiveState) => void
}

/** A socket that is opened again when it is lost. */
export interface LiveSocket {
  /** Sends the params, now or as soon as the socket is open. When all are empty the socket is closed, as Workspace does. */
  sendParams(params: Readonly<Record<string, unknown>>): void
  close(): void
}

/** Seconds before each further try; the last one counts for all after it. */
const pauses = [1, 2, 4, 8, 15, 30]

/** Keeps a socket open: after a loss it tries again, each time later. */
export function createLiveSocket({ connect, onMessage, onState }: LiveSocketOptions): LiveSocket {
  let params: Readonly<Record<string, unknown>> = {}
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function open(): void {
    clearTimeout(timer)
    onState({ kind: 'connecting' })
    let opened: WebSocket
    try {
      opened = connect()
    } catch (error) {
      return retry(error instanceof Error ? error.message : 'the address is no socket')
    }
    socket = opened
    opened.addEventListener('open', () => {
      failures = 0
      send()
      onState({ kind: 'live' })
    })
    opened.addEventListener('message', ({ data }) => opened === socket && onMessage(data))
    opened.addEventListener('close', ({ code, reason }) => {
      if (opened === socket) retry(reason === '' ? toReason(code) : reason)
    })
  }

  function retry(reason: string): void {
    socket = undefined
    const seconds = pauses[Math.min(failures++, pauses.length - 1)]!
    onState({ kind: 'waiting', seconds, reason })
    timer = setTimeout(open, seconds * 1000)
  }

  function send(): void {
    socket?.send(JSON.stringify({ type: 'params', params }))
  }

  function drop(): void {
    clearTimeout(timer)
    const dropped = socket
    socket = undefined
    dropped?.close()
  }

  return {
    sendParams(next) {
      params = next
      const values = Object.values(params)
      if (values.length > 0 && values.every(isEmpty)) {
        drop()
        onState({ kind: 'idle' })
      } else if (socket === undefined) open()
      else if (socket.readyState === WebSocket.OPEN) send()
    },
    close: drop,
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function toReason(code: number): string {
  if (code === 1006) return 'the connection was refused or lost'
  return code === 1000 || code === 1005 ? 'the server closed it' : `the server closed it with ${code}`
}
