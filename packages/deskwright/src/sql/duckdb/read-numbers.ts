import type { DuckDBResult } from '@duckdb/node-api'

const mostChunks = 64

/** Reads the next numbers of a result of one DOUBLE column; none at its end. */
export async function readNumbers(result: DuckDBResult): Promise<readonly Float64Array[]> {
  const pieces: Float64Array[] = []
  while (pieces.length < mostChunks) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) break
    // The driver does not promise to show its numbers; reading them one by one takes twice as long.
    const { items } = chunk.getColumnVector(0) as unknown as { items?: unknown }
    pieces.push(
      items instanceof Float64Array
        ? items.slice(0, chunk.rowCount)
        : Float64Array.from(chunk.getColumnValues(0) as number[]),
    )
  }
  return pieces
}
