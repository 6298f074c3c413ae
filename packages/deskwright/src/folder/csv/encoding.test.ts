import { describe, expect, it } from 'vitest'
import { decodeText } from './encoding.ts'

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

describe('decodeText', () => {
  it('tells UTF-8, UTF-16 and Latin-1 apart', () => {
    expect(decodeText(bytes('Zürich'), true)).toEqual({ encoding: 'utf-8', text: 'Zürich' })
    expect(decodeText(bytes('Z', [0xfc], 'rich'), true)).toEqual({ encoding: 'latin-1', text: 'Zürich' })
    expect(decodeText(bytes([0xff, 0xfe, 0x5a, 0, 0xfc, 0]), true)).toEqual({ encoding: 'utf-16', text: 'Zü' })
  })

  it('takes a character that the limit cut for UTF-8', () => {
    expect(decodeText(bytes('12', [0xe2, 0x82]), false)).toEqual({ encoding: 'utf-8', text: '12' })
    expect(decodeText(bytes('12', [0xe2, 0x82]), true)).toBeUndefined()
  })

  it('knows no other encoding', () => {
    expect(decodeText(bytes([0x80, 0x20]), true)).toBeUndefined()
  })
})
