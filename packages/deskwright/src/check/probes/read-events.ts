import { createParser } from 'eventsource-parser'

/** One event of a stream. */
export interface StreamEvent {
  /** Empty when none was named. */
  readonly name: string
  readonly data: string
}

/** What could be read of a stream of events. */
export interface ReadEvents {
  readonly events: readonly StreamEvent[]
  /** What stands behind the last blank line, and is not read. */
  readonly rest: string
}

/** Reads a stream of events as Workspace does: one without a name has that of the event before. */
export function readEvents(text: string): ReadEvents {
  const events: StreamEvent[] = []
  const parser = createParser({
    onEvent: ({ event = events.at(-1)?.name ?? '', data }) => void events.push({ name: event, data }),
  })
  parser.feed(text)
  const rest = text.split(/\r\n\r\n|\n\n|\r\r/).at(-1) ?? ''
  return { events, rest: rest.trim() }
}
