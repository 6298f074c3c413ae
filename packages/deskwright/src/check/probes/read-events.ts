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

/** Reads a stream of events as Workspace does: blocks that end with a blank line; one without a name has that of the block before. */
export function readEvents(text: string): ReadEvents {
  const blocks = text.replace(/^\uFEFF/, '').split(/\r\n\r\n|\n\n|\r\r/)
  const rest = blocks.pop() ?? ''
  let name = ''
  const events = blocks.flatMap((block): readonly StreamEvent[] => {
    const lines = block.split(/\r\n|\n|\r/)
    name = findField(lines, 'event').at(-1) ?? name
    const data = findField(lines, 'data')
    return data.length === 0 ? [] : [{ name, data: data.join('\n') }]
  })
  return { events, rest: rest.trim() }
}

function findField(lines: readonly string[], field: string): readonly string[] {
  return lines.flatMap((line) => (line.startsWith(`${field}:`) ? [line.slice(field.length + 1).replace(/^ /, '')] : []))
}
