import { signal, type ReadonlySignal } from '@preact/signals'
import type { Clock } from './clock.ts'
import type { RequestOrigin } from './request-log.ts'

/** One message of a socket. */
export interface SocketMessage {
  readonly direction: 'sent' | 'received'
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Where a socket stands. */
export type SocketState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  | { readonly phase: 'closed'; readonly code: number; readonly reason: string }

/** One socket of the page. */
export interface SocketEntry {
  readonly kind: 'socket'
  readonly id: number
  readonly origin: RequestOrigin
  readonly url: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly state: ReadonlySignal<SocketState>
  /** How many messages there were. It changes with every message. */
  readonly count: ReadonlySignal<number>
  /** Reads the last messages, the latest last. */
  messages(): readonly SocketMessage[]
}

/** Writes down what happens on one socket. */
export interface SocketRecorder {
  open(): void
  message(direction: SocketMessage['direction'], data: unknown): void
  close(code: number, reason: string): void
}

const messageLimit = 200
const textLimit = 20_000

/** Creates a socket's place in the log, and what fills it. */
export function createSocketEntry(about: Pick<SocketEntry, 'id' | 'url' | 'origin'> & { readonly clock: Clock }): {
  readonly entry: SocketEntry
  readonly recorder: SocketRecorder
} {
  const { clock, ...rest } = about
  const state = signal<SocketState>({ phase: 'connecting' })
  const count = signal(0)
  const kept: SocketMessage[] = []
  return {
    entry: { kind: 'socket', ...rest, startedAt: clock.now(), state, count, messages: () => [...kept] },
    recorder: {
      open: () => {
        state.value = { phase: 'open' }
      },
      message: (direction, data) => {
        const text = typeof data === 'string' ? data.slice(0, textLimit) : 'a binary message'
        kept.push({ direction, text, at: clock.now() })
        if (kept.length > messageLimit) kept.shift()
        count.value += 1
      },
      close: (code, reason) => {
        state.value = { phase: 'closed', code, reason }
      },
    },
  }
}
