const brand = Symbol.for('deskwright.rowSet')

/**
 * Rows that are still in their engine and write themselves as JSON text, so that they never become objects on their way out.
 * The kernel streams `json`; code that wants objects awaits `rows()`.
 */
export interface RowSet<Row = unknown> {
  readonly [brand]: true
  /** The UTF-8 text of one JSON array of row objects, in pieces. Fails before the first piece when the query is wrong. */
  json(signal?: AbortSignal): AsyncIterable<Uint8Array>
  /** The rows as objects. */
  rows(signal?: AbortSignal): Promise<Row[]>
}

/** Marks an object as a row set. */
export function createRowSet<Row>(parts: Omit<RowSet<Row>, typeof brand>): RowSet<Row> {
  return { ...parts, [brand]: true }
}

/** Whether a value is a row set, of whichever copy of the library. */
export function isRowSet(value: unknown): value is RowSet {
  return typeof value === 'object' && value !== null && brand in value
}
