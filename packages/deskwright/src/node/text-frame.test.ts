import fc from 'fast-check'
import type { Writable } from 'node:stream'
import * as ws from 'ws'
import { expect, test } from 'vitest'
import { toTextFrame } from './text-frame.ts'

// The types of `ws` do not know it.
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

/** Reads a frame as a client does. */
function read(frame: Buffer): string {
  let got = ''
  const receiver = new Receiver({ isServer: false })
  receiver.on('message', (data: Buffer, isBinary: boolean) => {
    expect(isBinary).toBe(false)
    got = data.toString()
  })
  receiver.write(frame)
  return got
}

test('a frame holds any text, of any length', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(0, 1, 125, 126, 65_535, 65_536, 100_000),
      (text, length) => {
        const payload = text + 'x'.repeat(length)
        expect(read(toTextFrame(payload))).toBe(payload)
      },
    ),
  )
})
