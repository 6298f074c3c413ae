import { signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { BackendRequest } from './backend-request.ts'
import { systemClock, type Clock } from './clock.ts'
import { createRecorder, type RequestRecorder } from './request-recorder.ts'
import type { RequestState } from './request-state.ts'
import { createSocketEntry, type SocketEntry, type SocketRecorder } from './socket-entry.ts'

/** Who asked, and what for. */
export interface RequestOrigin {
  /** The connection's name. */
  readonly backend: string
  readonly purpose: 'document' | 'data' | 'options' | 'form' | 'renderer' | 'replay'
  /** The widget's id in its backend. */
  readonly widget?: string
  /** The widget's place on the desk. */
  readonly item?: string
}

/** One request of the page. */
export interface RequestEntry {
  readonly kind: 'request'
  readonly id: number
  readonly origin: RequestOrigin
  readonly request: BackendRequest
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly state: ReadonlySignal<RequestState>
}

/** One request or socket of the page. */
export type LogEntry = RequestEntry | SocketEntry

/** Everything that the page asked. */
export interface RequestLog {
  /** The latest last. */
  readonly entries: ReadonlySignal<readonly LogEntry[]>
  start(request: BackendRequest, origin: RequestOrigin): RequestRecorder
  open(url: string, origin: RequestOrigin): SocketRecorder
  clear(): void
}

/** How much a log keeps. */
export interface RequestLogOptions {
  readonly clock?: Clock
  /** Entries; the oldest are forgotten. */
  readonly entryLimit?: number
  /** Bytes of one body. */
  readonly bodyLimit?: number
  /** Characters of all bodies together; the oldest are forgotten. */
  readonly totalLimit?: number
}

/** Creates the log of all requests. */
export function createRequestLog(options: RequestLogOptions = {}): RequestLog {
  const { clock = systemClock, entryLimit = 300, bodyLimit = 1_000_000, totalLimit = 32_000_000 } = options
  const entries = signal<readonly LogEntry[]>([])
  const forget = createForgetting(totalLimit)
  let id = 0
  const add = (entry: LogEntry) => {
    entries.value = [...entries.peek().slice(1 - entryLimit), entry]
  }
  return {
    entries,
    start: (request, origin) => {
      const startedAt = clock.now()
      const state = signal<RequestState>({ phase: 'pending' })
      add({ kind: 'request', id: (id += 1), origin, request, startedAt, state })
      return createRecorder(state, {
        elapsed: () => clock.now() - startedAt,
        bodyLimit,
        onFinished: () => forget(state),
      })
    },
    open: (url, origin) => {
      const { entry, recorder } = createSocketEntry({ id: (id += 1), url, origin, clock })
      add(entry)
      return recorder
    },
    clear: () => {
      entries.value = []
    },
  }
}

/** Takes the bodies of the oldest answers away when all together are too long. */
function createForgetting(limit: number): (finished: Signal<RequestState>) => void {
  const kept: Signal<RequestState>[] = []
  let total = 0
  return (finished) => {
    kept.push(finished)
    total += toKeptLength(finished.peek())
    while (total > limit && kept.length > 1) {
      const oldest = kept.shift() as Signal<RequestState>
      const state = oldest.peek()
      total -= toKeptLength(state)
      if (state.phase === 'finished') oldest.value = { ...state, body: { ...state.body, text: '', cut: true } }
    }
  }
}

function toKeptLength(state: RequestState): number {
  return state.phase === 'finished' ? state.body.text.length : 0
}
