import { createChannel } from '../internal/channel.ts'
import { overrun } from './overrun.ts'

/** Something that tells listeners about events: an `EventTarget`, or an `EventEmitter` of Node. */
export type EventSource<Event> =
  | {
      addEventListener(type: string, listener: (event: Event) => void): void
      removeEventListener(type: string, listener: (event: Event) => void): void
    }
  | {
      on(type: string, listener: (event: Event) => void): unknown
      off(type: string, listener: (event: Event) => void): unknown
    }

/**
 * Gives the updates that events of one type tell of, until the signal aborts. What `toUpdate` gives for an event is an update; `undefined`
 * leaves the event out. Fails with `live-source-overrun` when nobody reads them.
 */
export function fromEvents<Event, Update>(
  source: EventSource<Event>,
  type: string,
  toUpdate: (event: Event) => Update | undefined,
  signal: AbortSignal,
): AsyncIterableIterator<Update> {
  const listen = (event: Event) => {
    try {
      const update = toUpdate(event)
      if (update !== undefined) channel.push(update)
    } catch (error) {
      channel.fail(error) // the emitter is not to blame, and must not be told
    }
  }
  const isTarget = 'addEventListener' in source
  const stop = () => (isTarget ? source.removeEventListener(type, listen) : void source.off(type, listen))
  const channel = createChannel<Update>(signal, stop, overrun)
  if (signal.aborted) return channel
  if (isTarget) source.addEventListener(type, listen)
  else source.on(type, listen)
  return channel
}
