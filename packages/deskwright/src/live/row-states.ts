import { DeskwrightError } from '../errors/deskwright-error.ts'

/** Fields of one row, among them those that identify it. */
export type LiveFields = Readonly<Record<string, unknown>>

/** One field of a row, and when it last changed. */
interface Cell {
  readonly value: unknown
  readonly version: number
}

interface RowState {
  readonly id: LiveFields
  readonly cells: Map<string, Cell>
  version: number
}

/** More rows than this no grid shows; beyond it those that changed least recently are forgotten. */
const mostRows = 50_000

/**
 * The newest state of every row, with the version in which each field last changed. It is the queue of all clients at once: what a
 * client has not been sent yet is whatever changed since the version it was sent last, conflated by row and field, and a client that
 * reads slowly costs one number.
 */
export class RowStates {
  readonly #where: string
  readonly #rowId: readonly string[]
  /** By row, the longest unchanged first. */
  readonly #rows = new Map<string, RowState>()
  #version = 0

  constructor(where: string, rowId: readonly string[]) {
    this.#where = where
    this.#rowId = rowId
  }

  /** Grows with every change. 0: nothing is known. */
  get version(): number {
    return this.#version
  }

  get size(): number {
    return this.#rows.size
  }

  /**
   * Takes over the fields of rows. Those that changed after the version `unchangedSince` keep their value, because what is known of them is newer.
   * @returns how many rows had to be forgotten
   * @throws DeskwrightError `live-row-without-id`; rows before the bad one are taken over
   */
  apply(rows: Iterable<LiveFields>, unchangedSince = Infinity): number {
    const version = this.#version + 1
    for (const row of rows) {
      const key = this.#toKey(row)
      const state = this.#rows.get(key) ?? { id: this.#toId(row), cells: new Map<string, Cell>(), version: 0 }
      for (const field in row) {
        const value = row[field]
        const cell = state.cells.get(field)
        if (value === undefined || (cell !== undefined && isKept(cell, value, unchangedSince))) continue
        state.cells.set(field, { value, version })
        state.version = version
      }
      if (state.version !== version) continue
      this.#version = version
      this.#rows.delete(key)
      this.#rows.set(key, state)
    }
    return this.#forget()
  }

  /** What changed after a version: for each row the fields that identify it and those that changed. */
  since(version: number): LiveFields[] {
    const changed: LiveFields[] = []
    for (const state of this.#rows.values()) {
      if (state.version <= version) continue
      const row: Record<string, unknown> = { ...state.id }
      for (const [field, cell] of state.cells) if (cell.version > version) row[field] = cell.value
      changed.push(row)
    }
    return changed
  }

  #forget(): number {
    const surplus = this.#rows.size - mostRows
    if (surplus <= 0) return 0
    for (const key of [...this.#rows.keys()].slice(0, surplus)) this.#rows.delete(key)
    return surplus
  }

  #toKey(row: LiveFields): string {
    const [first, ...others] = this.#rowId
    let key = this.#toKeyPart(row, first!)
    for (const field of others) key += `\0${this.#toKeyPart(row, field)}`
    return key
  }

  #toKeyPart(row: LiveFields, field: string): string {
    const value = row[field]
    if (typeof value === 'object' && value !== null) return JSON.stringify(value)
    if (value !== undefined && value !== null) return `${value as string | number}`
    const fields = Object.keys(row)
    throw new DeskwrightError('live-row-without-id', { where: this.#where, rowId: this.#rowId, fields })
  }

  #toId(row: LiveFields): LiveFields {
    return Object.fromEntries(this.#rowId.map((field) => [field, row[field]]))
  }
}

/** An object may have changed inside, so that it counts as changed even when it is the same. */
function isKept(cell: Cell, value: unknown, unchangedSince: number): boolean {
  if (cell.version > unchangedSince) return true
  return Object.is(cell.value, value) && (typeof value !== 'object' || value === null)
}
