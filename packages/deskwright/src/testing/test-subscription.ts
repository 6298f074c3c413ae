import type { Socket } from '../define/socket.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { createChannel } from '../internal/channel.ts'

type Row = Readonly<Record<string, unknown>>

/** A live grid's socket in a test: what the backend sends, message by message. */
export interface TestSubscription<Values = Readonly<Record<string, unknown>>> extends AsyncIterable<readonly Row[]> {
  /** Waits for the next message: the rows it has. Rejects when the backend closes the socket. */
  next(): Promise<readonly Row[]>
  /** Sends other params, which replace the subscription. */
  ask(params: Values): void
  close(): void
}

type Listener = (event: { readonly data: unknown }) => void

/** From here on close codes say the status of an answer over HTTP. */
const privateCodes = 4000

const overrun = {
  limit: 10_000,
  toError: (limit: number) => new DeskwrightError('live-source-overrun', { limit }),
}

/** Opens a socket without a network and sends the first params. */
export function createSubscription<Values>(
  open: (socket: Socket) => void,
  toMessage: (values: Readonly<Record<string, unknown>>) => string,
  params: Readonly<Record<string, unknown>>,
): TestSubscription<Values> {
  const listeners: Record<'message' | 'close', Listener[]> = { message: [], close: [] }
  const tell = (type: keyof typeof listeners, data?: unknown) => {
    for (const listener of listeners[type]) listener({ data })
  }
  const end = new AbortController()
  const messages = createChannel<readonly Row[]>(end.signal, () => tell('close'), overrun)
  const next = async (): Promise<readonly Row[]> => {
    const { done, value } = await messages.next()
    if (done !== true) return value
    throw new DeskwrightError('test-request-failed', { request: 'socket', status: 1000, detail: 'it is closed' })
  }

  open({
    bufferedAmount: 0,
    send: (text) => messages.push([JSON.parse(text) as Row | readonly Row[]].flat()),
    close(code = 1005, reason = '') {
      const status = code > privateCodes ? code - privateCodes : code
      messages.fail(new DeskwrightError('test-request-failed', { request: 'socket', status, detail: reason }))
    },
    addEventListener: (type: keyof typeof listeners, listener: Listener | (() => void)) =>
      void listeners[type].push(listener),
  })
  tell('message', toMessage(params))
  return {
    next,
    ask: (values) => tell('message', toMessage(values as Readonly<Record<string, unknown>>)),
    close: () => end.abort(),
    [Symbol.asyncIterator]: () => messages,
  }
}
