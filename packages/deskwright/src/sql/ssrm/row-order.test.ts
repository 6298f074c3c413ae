import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRowOrder } from './row-order.ts'

async function* inPieces(keys: readonly number[], size: number) {
  for (let at = 0; at < keys.length; at += size) yield Float64Array.from(keys.slice(at, at + size))
}

describe('readRowOrder', () => {
  it('gives back every page of any keys', async () => {
    const key = fc.oneof(fc.nat(), fc.nat(Number.MAX_SAFE_INTEGER))
    await fc.assert(
      fc.asyncProperty(
        fc.array(key),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(20),
        fc.nat(20),
        async (keys, size, start, length) => {
          const order = await readRowOrder(inPieces(keys, size), Infinity)
          expect(order?.slice(start, start + length)).toEqual(keys.slice(start, start + length))
          expect(order?.length).toBe(keys.length)
        },
      ),
    )
  })

  it('takes four bytes a key, eight for keys that need more, across its blocks', async () => {
    const keys = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 200_003)
    const small = await readRowOrder(inPieces(keys, 2048), Infinity)
    expect(small?.slice(65_530, 65_545)).toEqual(keys.slice(65_530, 65_545))
    expect(small?.bytes).toBe(4 * 65_536 * 4)
    keys[150_000] = 2 ** 40
    const mixed = await readRowOrder(inPieces(keys, 2048), Infinity)
    expect(mixed?.slice(149_999, 150_002)).toEqual(keys.slice(149_999, 150_002))
    expect(mixed?.bytes).toBe(5 * 65_536 * 4)
  })

  it('stops when it takes too much memory', async () => {
    let read = 0
    const pieces = (async function* () {
      for (;;) {
        read += 1
        yield new Float64Array(65_536)
      }
    })()
    expect(await readRowOrder(pieces, 1_000_000)).toBeUndefined()
    expect(read).toBe(4)
  })
})
