import type { Row, WireColumn } from 'deskwright/spec'
import { isObject } from '../grid/read-field.ts'
import type { ToRowKey } from './row-key.ts'

/** What a message of the socket said. */
export interface LiveMessage {
  readonly updates: readonly Row[]
  /** Why it could not be read. */
  readonly problem?: string
}

/** Reads a message: one row or several. */
export function readLiveMessage(text: unknown): LiveMessage {
  if (typeof text !== 'string') return { updates: [], problem: 'A message was binary; only text is read' }
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return { updates: [], problem: `A message is no JSON: ${text.slice(0, 80)}` }
  }
  const list = [message].flat(1)
  const updates = list.filter(isObject)
  return updates.length === list.length ? { updates } : { updates, problem: 'A message holds something that is no row' }
}

/** What has changed since the last look. */
export interface LiveChanges {
  /** The changed rows, each once, with the direction of each changed number. */
  readonly changed: ReadonlyMap<Row, ReadonlyMap<string, Direction>>
  readonly added: readonly Row[]
  /** How many updates were about rows that are not in the table. */
  readonly unknown: number
}

/** Whether a value rose, fell, or just is another. */
export type Direction = 'up' | 'down' | 'other'

/** The rows of a live grid, which updates change in place. */
export interface LiveRows {
  readonly rows: readonly Row[]
  apply(updates: readonly Row[]): void
  /** Hands out what has changed since the last call. */
  takeChanges(): LiveChanges
}

/**
 * Holds the rows of a live grid. A field changes when its column is defined, may be changed by the socket, and the row has it.
 * Updates of rows that nobody knows are left out; without row identity every update is a new row.
 */
export function createLiveRows(given: readonly Row[], columns: readonly WireColumn[], toRowKey?: ToRowKey): LiveRows {
  const rows: Record<string, unknown>[] = given.map((row) => ({ ...row }))
  const byKey = new Map(rows.map((row) => [toRowKey?.(row), row]))
  const open = new Set(
    columns.filter(({ enableCellChangeWs }) => enableCellChangeWs !== false).map(({ field }) => field),
  )
  let changed = new Map<Row, Map<string, Direction>>()
  let added: Row[] = []
  let unknown = 0

  function change(row: Record<string, unknown>, update: Row): void {
    for (const [field, value] of Object.entries(update)) {
      if (!open.has(field) || !Object.hasOwn(row, field) || Object.is(row[field], value)) continue
      const directions = changed.get(row) ?? new Map<string, Direction>()
      directions.set(field, toDirection(row[field], value))
      changed.set(row, directions)
      row[field] = value
    }
  }

  return {
    rows,
    apply(updates) {
      for (const update of updates) {
        if (toRowKey === undefined) {
          rows.push({ ...update })
          added.push(rows.at(-1)!)
          continue
        }
        const key = toRowKey(update)
        const row = key === undefined ? undefined : byKey.get(key)
        if (row === undefined) unknown++
        else change(row, update)
      }
    },
    takeChanges() {
      const taken = { changed, added, unknown }
      changed = new Map()
      added = []
      unknown = 0
      return taken
    },
  }
}

function toDirection(before: unknown, after: unknown): Direction {
  if (typeof before !== 'number' || typeof after !== 'number') return 'other'
  return after > before ? 'up' : 'down'
}
