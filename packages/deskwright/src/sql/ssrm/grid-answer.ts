const encoder = new TextEncoder()

/** What comes after the rows. */
export interface AnswerEnd {
  /** Absent when unknown. */
  readonly rowCount?: number | undefined
  readonly pivotResultFields?: readonly string[] | undefined
}

/**
 * Writes `{"rowData": …, "rowCount": …}` around the text of rows, without reading it. `toEnd` is called after the last row, with
 * the number of rows where that is known. Fails before the first piece when the rows do.
 */
export async function* writeGridAnswer(
  rows: AsyncIterable<Uint8Array>,
  toEnd: (rows: number | undefined) => Promise<AnswerEnd>,
): AsyncGenerator<Uint8Array> {
  const pieces = rows[Symbol.asyncIterator]()
  try {
    let before = '{"rowData":'
    for (;;) {
      const { done, value } = (await pieces.next()) as IteratorResult<Uint8Array, number | undefined>
      if (done) {
        const { rowCount = -1, pivotResultFields } = await toEnd(value)
        yield encoder.encode(`,${JSON.stringify({ rowCount, pivotResultFields }).slice(1)}`)
        return
      }
      if (before !== '') yield encoder.encode(before)
      before = ''
      yield value
    }
  } finally {
    await pieces.return?.()
  }
}
