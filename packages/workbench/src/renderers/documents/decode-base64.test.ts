import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBase64 } from './decode-base64.ts'

it('decodes whatever was encoded, plain, URL-safe or with a prefix', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const buffer = Buffer.from(bytes)
      const texts = [buffer.toString('base64'), buffer.toString('base64url')]
      for (const text of [...texts, `data:application/pdf;base64,${texts[0]!}`]) {
        expect(Buffer.from(decodeBase64(text)!).equals(buffer)).toBe(true)
      }
    }),
  )
})

it('knows what is no base64', () => {
  expect(decodeBase64('%PDF-1.7 as it is')).toBeUndefined()
})
