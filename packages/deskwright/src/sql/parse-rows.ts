import { readRowBatches } from '../internal/row-batches.ts'

/** Reads the JSON text of rows as objects: the same values that a client gets. Long results are read with pauses. */
export async function parseRows<Row = Record<string, unknown>>(pieces: AsyncIterable<Uint8Array>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of readRowBatches<Row>(pieces)) for (const row of batch) rows.push(row)
  return rows
}
