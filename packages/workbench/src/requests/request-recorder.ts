import type { Signal } from '@preact/signals'
import { createKeptBody } from './kept-body.ts'
import { isLate } from './limit-silence.ts'
import type { AnswerHead, RequestState } from './request-state.ts'

/** Writes down what becomes of one request. What is told after its end is forgotten. */
export interface RequestRecorder {
  answer(head: AnswerHead): void
  receive(bytes: Uint8Array): void
  finish(): void
  fail(message: string, isLate?: boolean): void
  abort(): void
}

/** What a recorder is told once. */
export interface RecorderOptions {
  /** Milliseconds since the request started. */
  readonly elapsed: () => number
  /** How many bytes of the body are kept. */
  readonly bodyLimit: number
  readonly onFinished: () => void
}

/** Creates the recorder that writes into a state. */
export function createRecorder(
  state: Signal<RequestState>,
  { elapsed, bodyLimit, onFinished }: RecorderOptions,
): RequestRecorder {
  const body = createKeptBody(bodyLimit)
  const end = (how: { phase: 'failed'; message: string; isLate: boolean } | { phase: 'aborted' }) => {
    const last = state.peek()
    if (last.phase !== 'pending' && last.phase !== 'answered') return
    const head = last.phase === 'answered' ? { head: last.head } : {}
    state.value = { ...how, finishedAfter: elapsed(), ...head }
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
    fail: (message, late = false) => end({ phase: 'failed', message, isLate: late }),
    abort: () => end({ phase: 'aborted' }),
  }
}

/** Writes down why an answer did not come, or not to its end. */
export function noteEnd(recorder: RequestRecorder, error: unknown, { aborted }: AbortSignal): void {
  if (isLate(error)) recorder.fail(error.message, true)
  else if (aborted || (error instanceof DOMException && error.name === 'AbortError')) recorder.abort()
  else recorder.fail(String(error instanceof Error ? error.message : error))
}
