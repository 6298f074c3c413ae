import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import { show } from '../../internal/show.ts'
import { liveUpdateSchema } from '../../spec/payloads/live.ts'
import type { Row } from '../../spec/payloads/rows.ts'
import type { WireColumn } from '../../spec/widgets/column.ts'
import { toUnreadable } from './read-answer.ts'

/** What is known of a live grid when its messages come. */
export interface LiveFacts {
  readonly url: string
  /** The fields that identify a row; none when messages are appended. */
  readonly ids: readonly string[]
  /** What the endpoint answered. */
  readonly rows: readonly Row[]
  readonly columns: readonly WireColumn[]
}

/** Reads one message: its rows, or why it has none. */
export function readMessage(text: string): { readonly rows: readonly Row[] } | { readonly problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: toUnreadable(text) }
  }
  const read = liveUpdateSchema.safeParse(value)
  return read.success ? { rows: [read.data].flat() } : { problem: `${show(value)} came` }
}

/** Writes what identifies a row, as Workspace does. */
export function toRowId(row: Row, ids: readonly string[]): string {
  return ids.map((field) => String(row[field])).join('-')
}

/** Judges the first messages of a socket; those that are of use, when there are any. A message that is no text is `undefined`. */
export function judgeMessages(
  place: Place,
  { url, ids, rows, columns }: LiveFacts,
  messages: readonly (string | undefined)[],
): readonly Diagnostic[] {
  const updates: Row[] = []
  for (const message of messages) {
    const read = message === undefined ? { problem: 'a binary frame came' } : readMessage(message)
    if ('problem' in read) return [diagnose('error', 'socket-unreadable', place, { url, reason: read.problem })]
    updates.push(...read.rows)
  }
  // An empty array changes nothing, and is nothing wrong.
  if (updates.length === 0) return []
  const named = updates.filter((row) => ids.every((field) => Object.hasOwn(row, field)))
  const [nameless] = updates.filter((row) => !named.includes(row))
  if (named.length === 0) return [diagnose('error', 'socket-row-id', place, { id: ids, got: show(nameless) })]
  const known = new Set(rows.map((row) => toRowId(row, ids)))
  const met = known.size === 0 || ids.length === 0 ? named : named.filter((row) => known.has(toRowId(row, ids)))
  if (met.length === 0) {
    const got = JSON.stringify(toRowId(named[0]!, ids))
    const shown = rows.slice(0, 3).map((row) => JSON.stringify(toRowId(row, ids)))
    return [diagnose('warning', 'socket-row-unknown', place, { got, known: shown.join(', ') })]
  }
  return columns.flatMap((column) => judgeColumn(place, column, met))
}

/** A column whose cells come as another type than it declares. */
function judgeColumn(place: Place, { field, cellDataType }: WireColumn, rows: readonly Row[]): readonly Diagnostic[] {
  const wanted = cellDataType === 'number' || cellDataType === 'boolean' ? cellDataType : undefined
  if (wanted === undefined) return []
  const row = rows.find((row) => row[field] !== undefined && row[field] !== null && typeof row[field] !== wanted)
  if (row === undefined) return []
  return [diagnose('warning', 'socket-value', place, { field, wanted: `${wanted}s`, got: show(row[field]) })]
}
