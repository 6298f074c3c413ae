import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'

function createWork() {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    started.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { started, work, end: (name: string) => ends.get(name)!() }
}

describe('createGate', () => {
  it('lets at most its limit run, in the order of arrival', async () => {
    const { started, work, end } = createWork()
    const gate = createGate(2)
    const all = ['a', 'b', 'c', 'd'].map((name) => gate.run(work(name)))
    expect(started).toEqual(['a', 'b'])
    end('b')
    await all[1]
    await Promise.resolve()
    expect(started).toEqual(['a', 'b', 'c'])
    end('a')
    end('c')
    await all[2]
    await Promise.resolve()
    end('d')
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('hands the place on when work fails', async () => {
    const gate = createGate(1)
    await expect(gate.run(() => Promise.reject(new TypeError('no')))).rejects.toThrow('no')
    expect(await gate.run(async () => 1)).toBe(1)
  })

  it('lets who aborts leave the line', async () => {
    const { started, work, end } = createWork()
    const gate = createGate(1)
    const first = gate.run(work('first'))
    const leaving = new AbortController()
    const left = gate.run(work('left'), leaving.signal)
    const last = gate.run(work('last'))
    leaving.abort(new TypeError('gone'))
    await expect(left).rejects.toThrow('gone')
    end('first')
    await first
    await Promise.resolve()
    end('last')
    expect(await last).toBe('last')
    expect(started).toEqual(['first', 'last'])
  })

  it('refuses who comes aborted', async () => {
    await expect(createGate(1).run(async () => 1, AbortSignal.abort())).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
  })

  it('refuses who finds the line full, but not the next work of what has begun', async () => {
    const { started, work, end } = createWork()
    const gate = createGate(1, { most: 1, refuse: () => new TypeError('full') })
    const first = gate.run(work('first'))
    const second = gate.run(work('second'))
    await expect(gate.run(work('refused'))).rejects.toThrow('full')
    await expect(gate.enter()).rejects.toThrow('full')
    const begun = gate.run(work('begun'), undefined, true)
    end('first')
    await first
    await Promise.resolve()
    end('second')
    await second
    await Promise.resolve()
    end('begun')
    await begun
    expect(started).toEqual(['first', 'second', 'begun'])
    expect(await gate.run(async () => 'room again')).toBe('room again')
  })

  it('gives everybody in line a turn before a long task gets its next', async () => {
    const gate = createGate(1)
    const seen: string[] = []
    const task = async (name: string, works: number) => {
      for (let index = 0; index < works; index += 1) await gate.run(async () => void seen.push(name))
    }
    await Promise.all([task('long', 5), task('a', 1), task('b', 1)])
    expect(seen.slice(0, 4)).toEqual(['long', 'a', 'b', 'long'])
  })

  it('refuses who has waited too long, and lets the others wait on', async () => {
    const { started, work, end } = createWork()
    const gate = createGate(1, { time: 20, refuse: () => new TypeError('full') })
    const first = gate.run(work('first'))
    await expect(gate.run(work('refused'))).rejects.toThrow('full')
    const last = gate.run(work('last'))
    end('first')
    await first
    await Promise.resolve()
    end('last')
    expect(await last).toBe('last')
    expect(started).toEqual(['first', 'last'])
  })

  it('gives a place for work that ends elsewhere, which can be handed on once', async () => {
    const gate = createGate(1)
    const leave = await gate.enter()
    const entered: string[] = []
    const second = gate.enter().then((next) => {
      entered.push('second')
      return next
    })
    const third = gate.enter().then(() => void entered.push('third'))
    leave()
    leave()
    const leaveSecond = await second
    expect(entered).toEqual(['second'])
    leaveSecond()
    await third
  })
})
