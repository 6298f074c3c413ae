import type { ServerResponse } from 'node:http'

/** Tells pages something whenever it changes. */
export interface EventStream<State> {
  readonly state: State
  /** Keeps the answer open, and sends the state as it is and as it becomes. */
  join(response: ServerResponse): void
  tell(state: State): void
  close(): void
}

/** Creates a stream of server-sent events that are named `state`. */
export function createEventStream<State>(first: State): EventStream<State> {
  const listeners = new Set<ServerResponse>()
  let state = first
  const send = (response: ServerResponse) => response.write(`event: state\ndata: ${JSON.stringify(state)}\n\n`)
  return {
    get state() {
      return state
    },
    join(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      listeners.add(response)
      response.once('close', () => listeners.delete(response))
      send(response)
    },
    tell(next) {
      state = next
      for (const response of listeners) send(response)
    },
    close() {
      for (const response of listeners) response.end()
    },
  }
}
