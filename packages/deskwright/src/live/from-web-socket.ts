import { reload, type Reload } from '../define/live-update.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { createBackOff } from '../internal/back-off.ts'
import { createChannel } from '../internal/channel.ts'
import { pause } from '../internal/pause.ts'
import { overrun } from './overrun.ts'
import { watchSilence } from './watch-silence.ts'

/** What is needed of a socket to another server; every `WebSocket` has it. */
export interface UpstreamSocket {
  send(text: string): void
  close(): void
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void
  /** Sends a ping of the protocol, where the socket can: those of browsers cannot, those of `openSocket` can. */
  ping?(): void
  /** Hears of the answers to pings. */
  on?(type: 'pong', listener: () => void): unknown
}

/** How to read updates from a socket of another server. */
export interface UpstreamOptions<Update> {
  /** What to send when the socket is open: what to subscribe to. Objects are written as JSON. */
  readonly send?: readonly unknown[]
  /** Reads a message, which is text; `undefined` leaves it out. */
  readonly toUpdate: (message: string) => Update | undefined
  /** Opens the socket. Default: the global `WebSocket`; Node has one from version 22 on, `openSocket` of `deskwright/node` always. */
  readonly open?: (url: string) => Awaitable<UpstreamSocket>
  /**
   * After how many milliseconds without a message the other server is asked for a sign of life; after as many again the socket counts
   * as lost. Default 30,000.
   */
  readonly idle?: number
  /** What to send to ask for a sign of life, to servers that answer messages; objects as JSON. Default: a ping of the protocol. */
  readonly ping?: unknown
  /** Hears of every loss of the socket before it is opened again. */
  readonly onLoss?: (error: DeskwrightError) => void
}

/** What is mended by opening the socket again. */
const losses: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['live-source-closed', 'live-source-silent'])

/**
 * Gives the updates that a socket of another server tells of, until the signal aborts. When the socket is lost, or silent although it was
 * asked for a sign of life, it is opened again, later each time; whenever it opens the grid's rows are loaded anew, because updates may have been missed.
 * Fails with `live-websocket-missing`, `live-source-overrun` and with what `toUpdate` throws.
 */
export async function* fromWebSocket<Update>(
  url: string,
  options: UpstreamOptions<Update>,
  signal: AbortSignal,
): AsyncGenerator<Update | Reload> {
  const { open = openGlobal, onLoss } = options
  const backOff = createBackOff()
  while (!signal.aborted) {
    const stop = new AbortController()
    const end = () => stop.abort()
    signal.addEventListener('abort', end)
    try {
      const socket = await open(url)
      if (signal.aborted) return socket.close()
      for await (const update of readSocket(socket, url, options, stop.signal)) {
        if (update !== reload) backOff.reset() // one that only opens may close at once, each time
        yield update
      }
    } catch (error) {
      if (!(error instanceof DeskwrightError && losses.has(error.code))) throw error
      onLoss?.(error)
    } finally {
      signal.removeEventListener('abort', end)
      end()
    }
    await pause(backOff.next(), signal)
  }
}

/** Reads one socket until it is lost. */
function readSocket<Update>(
  socket: UpstreamSocket,
  url: string,
  { send = [], toUpdate, idle = 30_000, ping }: UpstreamOptions<Update>,
  signal: AbortSignal,
): AsyncIterable<Update | Reload> {
  let isOpen = false
  const watch = watchSilence({
    idle,
    ask() {
      if (isOpen && ping !== undefined) socket.send(toText(ping))
      else if (isOpen && socket.on !== undefined) socket.ping?.()
      else return !isOpen // one that does not even open is silent
      return true
    },
    onSilence: () =>
      channel.fail(new DeskwrightError('live-source-silent', { url: withoutQuery(url), seconds: (idle * 2) / 1000 })),
  })
  const leave = () => {
    watch.stop()
    socket.close()
  }
  const channel = createChannel<Update | Reload>(signal, leave, overrun)
  socket.on?.('pong', () => watch.hear())
  socket.addEventListener('error', () => {}) // closing follows
  socket.addEventListener('close', ({ code, reason }) => {
    channel.fail(new DeskwrightError('live-source-closed', { url: withoutQuery(url), code, reason }))
  })
  socket.addEventListener('open', () => {
    isOpen = true
    watch.hear()
    for (const message of send) socket.send(toText(message))
    channel.push(reload)
  })
  socket.addEventListener('message', ({ data }) => {
    watch.hear()
    try {
      const update = toUpdate(String(data))
      if (update !== undefined) channel.push(update)
    } catch (error) {
      channel.fail(error)
    }
  })
  return channel
}

function openGlobal(url: string): UpstreamSocket {
  const Open = (globalThis as { WebSocket?: new (url: string) => UpstreamSocket }).WebSocket
  if (Open === undefined) throw new DeskwrightError('live-websocket-missing', {})
  return new Open(url)
}

function toText(message: unknown): string {
  return typeof message === 'string' ? message : JSON.stringify(message)
}

/** Keys are often in the query. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '')
}
