import { expect, test, vi } from 'vitest'
import { createBreather } from './breathe.ts'

const work = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

test('short work goes on at once, long work lets others have a turn', async () => {
  const breathe = createBreather()
  expect(breathe()).toBeUndefined()
  work(10)
  const others = vi.fn<() => void>()
  setImmediate(others)
  await breathe()
  expect(others).toHaveBeenCalled()
  expect(breathe()).toBeUndefined()
})

test('of several long works only one goes on in each turn', async () => {
  const seen: string[] = []
  let turn = 0
  const timer = setInterval(() => (turn += 1))
  const long = async () => {
    const breathe = createBreather()
    for (let part = 0; part < 3; part += 1) {
      work(10)
      await breathe()
      seen.push(`turn ${turn}`)
    }
  }
  await Promise.all([long(), long(), long()])
  clearInterval(timer)
  expect(new Set(seen).size).toBe(seen.length)
})
