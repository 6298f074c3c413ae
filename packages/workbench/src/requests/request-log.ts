import { signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { BackendRequest } from './backend-request.ts'
import { systemClock, type Clock } from './clock.ts'
import { createKeptBody, type KeptBody } from './kept-body.ts'
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

/** The start of an answer, as far as the browser lets a page see it. */
export interface AnswerHead {
  readonly status: number
  readonly statusText: string
  readonly headers: Readonly<Record<string, string>>
}

/** What became of a request; times in milliseconds since its start. */
export type RequestState =
  | { readonly phase: 'pending' }
  | { readonly phase: 'answered'; readonly head: AnswerHead; readonly headAfter: number }
  | {
      readonly phase: 'finished'
      readonly head: AnswerHead
      readonly headAfter: number
      readonly finishedAfter: number
      readonly body: KeptBody
    }
  | { readonly phase: 'failed'; readonly message: string; readonly finishedAfter: number; readonly head?: AnswerHead }
  | { readonly phase: 'aborted'; readonly finishedAfter: number; readonly head?: AnswerHead }

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

/** Writes down what becomes of one request. What is told after its end is forgotten. */
export interface RequestRecorder {
  answer(head: AnswerHead): void
  receive(bytes: Uint8Array): void
  finish(): void
  fail(message: string): void
  abort(): void
}

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

function createRecorder(
  state: Signal<RequestState>,
  about: { readonly elapsed: () => number; readonly bodyLimit: number; readonly onFinished: () => void },
): RequestRecorder {
  const { elapsed, bodyLimit, onFinished } = about
  const body = createKeptBody(bodyLimit)
  const end = (phase: 'failed' | 'aborted', message = '') => {
    const last = state.peek()
    if (last.phase !== 'pending' && last.phase !== 'answered') return
    const head = last.phase === 'answered' ? { head: last.head } : {}
    const ended = { finishedAfter: elapsed(), ...head }
    state.value = phase === 'failed' ? { phase, message, ...ended } : { phase, ...ended }
  }
  return {
    answer: (head) => {
      if (state.peek().phase === 'pending') state.value = { phase: 'answered', head, headAfter: elapsed() }
    },
    receive: (bytes) => body.add(bytes),
    finish: () => {
      const last = state.peek()
      if (last.phase !== 'answered') return
      state.value = { ...last, phase: 'finished', finishedAfter: elapsed(), body: body.take() }
      onFinished()
    },
    fail: (message) => end('failed', message),
    abort: () => end('aborted'),
  }
}
