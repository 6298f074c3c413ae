import { DeskwrightError } from '../errors/deskwright-error.ts'
import { describeValue } from '../http/describe-value.ts'
import type { LiveItem } from './live-plan.ts'

/** Begins to read a source. */
export function readSource(source: unknown, where: string): AsyncIterator<LiveItem, unknown> {
  const iterable = source as Partial<AsyncIterable<LiveItem>> | undefined | null
  if (typeof iterable?.[Symbol.asyncIterator] === 'function') return iterable[Symbol.asyncIterator]!()
  if (source instanceof ReadableStream) return readStream(source)
  throw new DeskwrightError('live-source-unusable', { where, got: describeValue(source) })
}

/** Not every runtime's streams can be iterated. */
function readStream(stream: ReadableStream<LiveItem>): AsyncIterator<LiveItem, unknown> {
  const reader = stream.getReader()
  return {
    next: () => reader.read(),
    async return() {
      await reader.cancel()
      return { done: true, value: undefined }
    },
  }
}
