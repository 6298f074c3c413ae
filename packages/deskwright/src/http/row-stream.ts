import type { RowSet } from '../define/row-set.ts'
import { concat } from './concat.ts'

/** Told when a stream breaks after its answer has begun; returns the error that the connection may know. */
export type OnBreak = (error: unknown) => Error

/**
 * Starts what writes itself as JSON, such as a row set: text up to `holdBack` bytes comes back whole, more as a stream that pulls at the client's pace.
 * Fails before the first byte when the query is wrong, so that the error can still be an answer.
 */
export async function readRows(
  rows: Pick<RowSet, 'json'>,
  signal: AbortSignal,
  holdBack: number,
  onBreak: OnBreak,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>> {
  const pieces = rows.json(signal)[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let size = 0
  while (size <= holdBack) {
    const { done, value } = await pieces.next()
    if (done) return concat(held)
    held.push(value)
    size += value.byteLength
  }
  return new ReadableStream({
    start: (controller) => held.forEach((piece) => controller.enqueue(piece)),
    pull: async (controller) => {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(onBreak(error))
      }
    },
    cancel: async () => void (await pieces.return?.()),
  })
}
