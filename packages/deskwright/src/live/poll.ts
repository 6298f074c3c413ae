import { pause } from '../internal/pause.ts'
import { isRowSet, type RowSet } from '../define/row-set.ts'

/**
 * Loads rows again and again, `milliseconds` after the last time, until the signal aborts. Only what changed is sent on.
 */
export async function* poll<Row extends object>(
  load: () => readonly Row[] | RowSet<Row> | Promise<readonly Row[] | RowSet<Row>>,
  milliseconds: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  while (!signal.aborted) {
    const loaded = await load()
    yield isRowSet(loaded) ? await loaded.rows(signal) : loaded
    await pause(milliseconds, signal)
  }
}
