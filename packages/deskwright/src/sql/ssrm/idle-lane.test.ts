import { describe, expect, it } from 'vitest'
import { createIdleLane } from './idle-lane.ts'

/** Work that runs until it is told to end. */
function createWork() {
  const started: string[] = []
  const stopped: string[] = []
  const ends = new Map<string, () => void>()
  return {
    started,
    stopped,
    work: (name: string) => (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        started.push(name)
        ends.set(name, resolve)
        signal.addEventListener('abort', () => {
          stopped.push(name)
          reject(signal.reason as Error)
        })
      }),
    end: async (name: string) => {
      ends.get(name)!()
      await settled()
    },
  }
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

describe('createIdleLane', () => {
  it('runs one work at a time, the newest first', async () => {
    const { work, started, end } = createWork()
    const lane = createIdleLane()
    for (const name of ['a', 'b', 'c']) lane.add(work(name))
    expect(started).toEqual(['a'])
    await end('a')
    expect(started).toEqual(['a', 'c'])
  })

  it('waits while somebody is served', async () => {
    const { work, started } = createWork()
    const lane = createIdleLane()
    const [leave, leaveToo] = [lane.enter(), lane.enter()]
    lane.add(work('a'))
    leave()
    leave()
    expect(started).toEqual([])
    leaveToo()
    expect(started).toEqual(['a'])
  })

  it('stops when somebody comes, and goes on with the next work afterwards', async () => {
    const { work, started, stopped } = createWork()
    const lane = createIdleLane()
    lane.add(work('a'))
    lane.add(work('b'))
    const leave = lane.enter()
    await settled()
    expect([started, stopped]).toEqual([['a'], ['a']])
    leave()
    expect(started).toEqual(['a', 'b'])
  })

  it('drops the oldest of many', async () => {
    const { work, started, end } = createWork()
    const lane = createIdleLane()
    const leave = lane.enter()
    for (let index = 0; index < 20; index += 1) lane.add(work(String(index)))
    leave()
    for (let index = 19; index > 11; index -= 1) await end(String(index))
    expect(started).toEqual(['19', '18', '17', '16', '15', '14', '13', '12'])
  })
})
