import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRowBatches } from './row-batches.ts'

async function* cut(text: string, lengths: readonly number[]) {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  for (const length of lengths) {
    yield bytes.slice(at, at + length)
    at += length
  }
  yield bytes.slice(at)
}

async function readAll(pieces: AsyncIterable<Uint8Array>) {
  const batches: unknown[][] = []
  for await (const batch of readRowBatches(pieces)) batches.push(batch)
  return batches
}

test('rows are the same wherever the text is cut', async () => {
  const rows = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 2 })), { maxLength: 8 })
  const lengths = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(rows, lengths, fc.constantFrom(undefined, 1), async (rows, lengths, space) => {
      const text = JSON.stringify(rows, undefined, space)
      expect((await readAll(cut(text, lengths))).flat()).toEqual(JSON.parse(text))
    }),
    { numRuns: 150 },
  )
})

test('rows come as soon as a piece ends with one', async () => {
  const pieces = ['[{"a":1},{"a":2}', ',{"a":3}', ']'].map((text) => new TextEncoder().encode(text))
  async function* inPieces() {
    yield* pieces
  }
  expect(await readAll(inPieces())).toEqual([[{ a: 1 }, { a: 2 }], [{ a: 3 }]])
})

test.each(['', '[', '[{"a":1}', '[{"a":1},', '[{"a":}]', 'nothing]'])(
  'text that is no whole array is refused: %s',
  async (text) => {
    await expect(readAll(cut(text, [3]))).rejects.toThrow(SyntaxError)
  },
)
