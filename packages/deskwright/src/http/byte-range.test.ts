import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnown, toByteRange } from './byte-range.ts'

const state = { size: 100, etag: '"a"', lastModified: 'Mon, 05 Jan 2026 00:00:00 GMT' }
const ask = (Range: string, more: Record<string, string> = {}) => toByteRange(new Headers({ Range, ...more }), state)

describe('a part of a file', () => {
  it.each([
    ['bytes=0-0', { from: 0, to: 1 }],
    ['bytes=10-', { from: 10, to: 100 }],
    ['bytes=90-1000', { from: 90, to: 100 }],
    ['bytes=-5', { from: 95, to: 100 }],
    ['bytes=-1000', { from: 0, to: 100 }],
    ['BYTES=1-2', { from: 1, to: 3 }],
    ['bytes=100-', 'unfit'],
    ['bytes=-0', 'unfit'],
    ['bytes=5-2', undefined],
    ['bytes=0-1,4-5', undefined],
    ['lines=0-1', undefined],
    ['bytes=-', undefined],
    ['bytes=a-b', undefined],
    ['', undefined],
  ])('%s', (range, expected) => expect(ask(range)).toEqual(expected))

  it('lies within the file, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat({ max: 1000 }), (from, to, size) => {
        const part = toByteRange(new Headers({ Range: `bytes=${from}-${to}` }), { ...state, size })
        const expected = to < from ? undefined : from < size ? { from, to: Math.min(to + 1, size) } : 'unfit'
        expect(part).toEqual(expected)
      }),
    )
  })

  it('is all of it when the file has changed since', () => {
    expect(ask('bytes=0-1', { 'If-Range': '"a"' })).toEqual({ from: 0, to: 2 })
    expect(ask('bytes=0-1', { 'If-Range': state.lastModified })).toEqual({ from: 0, to: 2 })
    for (const other of ['"b"', 'W/"a"', 'Mon, 05 Jan 2026 00:00:01 GMT']) {
      expect(ask('bytes=0-1', { 'If-Range': other })).toBeUndefined()
    }
  })
})

it('a file is known by its tag, else by its date', () => {
  const known = (headers: Record<string, string>) => isKnown(new Headers(headers), state)
  expect(known({ 'If-None-Match': '"x", W/"a"' })).toBe(true)
  expect(known({ 'If-None-Match': '"x"', 'If-Modified-Since': state.lastModified })).toBe(false)
  expect(known({ 'If-Modified-Since': state.lastModified })).toBe(true)
  expect(known({ 'If-Modified-Since': 'Sun, 04 Jan 2026 00:00:00 GMT' })).toBe(false)
  expect(known({})).toBe(false)
})
