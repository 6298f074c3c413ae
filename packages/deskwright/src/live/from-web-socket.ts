import { reload, type Reload } from '../define/live-update.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { createBackOff } from '../internal/back-off.ts'
import { createChannel } from '../internal/channel.ts'
import { pause } from '../internal/pause.ts'
import { overrun } from './overrun.ts'

/** What is needed of a socket to another server; every `WebSocket` has it. */
export interface UpstreamSocket {
  send(text: string): void
  close(): void
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void
}

/** How to read updates from a socket of another server. */
export interface UpstreamOptions<Update> {
  /** What to send when the socket is open: what to subscribe to. Objects are written as JSON. */
  readonly send?: readonly unknown[]
  /** Reads a message, which is text; `undefined` leaves it out. */
  readonly toUpdate: (message: string) => Update | undefined
  /** Opens the socket. Default: the global `WebSocket`; Node has one from version 22 on, `openSocket` of `deskwright/node` always. */
  readonly open?: (url: string) => Awaitable<UpstreamSocket>
  /** Hears of every loss of the socket before it is opened again. */
  readonly onLoss?: (error: DeskwrightError) => void
}

/**
 * Gives the updates that a socket of another server tells of, until the signal aborts. When the socket is lost it is opened again, later
 * each time; whenever it opens the grid's rows are loaded anew, because updates may have been missed.
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
        backOff.reset()
        yield update
      }
    } catch (error) {
      if (!(error instanceof DeskwrightError && error.code === 'live-source-closed')) throw error
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
  { send = [], toUpdate }: UpstreamOptions<Update>,
  signal: AbortSignal,
): AsyncIterable<Update | Reload> {
  const channel = createChannel<Update | Reload>(signal, () => socket.close(), overrun)
  socket.addEventListener('error', () => {}) // closing follows
  socket.addEventListener('close', ({ code, reason }) => {
    channel.fail(new DeskwrightError('live-source-closed', { url: withoutQuery(url), code, reason }))
  })
  socket.addEventListener('open', () => {
    for (const message of send) socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    channel.push(reload)
  })
  socket.addEventListener('message', ({ data }) => {
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

/** Keys are often in the query. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '')
}
