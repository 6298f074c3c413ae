import { describe, expect, it } from 'vitest'
import { createKept } from './kept.ts'

describe('createKept', () => {
  it('lets go of what was used least when there is too much', () => {
    const kept = createKept<string>({ size: 10, time: Infinity, now: () => 0 })
    kept.set('a', 'A', 4)
    kept.set('b', 'B', 4)
    kept.get('a')
    kept.set('c', 'C', 4)
    expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual(['A', undefined, 'C'])
  })

  it('keeps nothing that is larger than everything it may keep', () => {
    const kept = createKept<string>({ size: 10, time: Infinity, now: () => 0 })
    kept.set('a', 'A', 4)
    kept.set('b', 'B', 11)
    expect([kept.get('a'), kept.get('b')]).toEqual(['A', undefined])
  })

  it('counts what is set again once', () => {
    const kept = createKept<string>({ size: 10, time: Infinity, now: () => 0 })
    for (const value of ['1', '2', '3']) kept.set('a', value, 6)
    kept.set('b', 'B', 4)
    expect([kept.get('a'), kept.get('b')]).toEqual(['3', 'B'])
    kept.delete('a')
    kept.set('c', 'C', 6)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, 'B', 'C'])
  })

  it('forgets what is old, however often it is used', () => {
    let time = 0
    const kept = createKept<string>({ size: 10, time: 100, now: () => time })
    kept.set('a', 'A', 10)
    time = 100
    expect(kept.get('a')).toBe('A')
    time = 101
    expect(kept.get('a')).toBeUndefined()
    kept.set('b', 'B', 10)
    expect(kept.get('b')).toBe('B')
  })
})
