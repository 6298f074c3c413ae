import { describe, expect, it } from 'vitest'
import { startSharedWork } from './shared-work.ts'

const untilStopped = () =>
  startSharedWork(
    (signal) =>
      new Promise<string>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  )

describe('startSharedWork', () => {
  it('gives everybody the same result', async () => {
    const work = startSharedWork(async () => ({}))
    const [one, other] = await Promise.all([work.wait(), work.wait(new AbortController().signal)])
    expect(one).toBe(other)
  })

  it('goes on while somebody waits, and stops with the last one', async () => {
    const work = untilStopped()
    const [first, last] = [new AbortController(), new AbortController()]
    const results = Promise.allSettled([work.wait(first.signal), work.wait(last.signal)])
    first.abort(new Error('first'))
    expect(work.stopped).toBe(false)
    last.abort(new Error('last'))
    expect(work.stopped).toBe(true)
    expect(await results).toMatchObject([{ reason: { message: 'first' } }, { reason: { message: 'last' } }])
  })

  it('is not stopped by others where somebody waits without a signal', async () => {
    let resolve: (value: string) => void = () => undefined
    const work = startSharedWork(() => new Promise<string>((done) => (resolve = done)))
    const visitor = new AbortController()
    const left = work.wait(visitor.signal)
    const stays = work.wait()
    visitor.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    resolve('done')
    expect([await stays, work.stopped]).toEqual(['done', false])
  })

  it('refuses who has gone already, and fails for all', async () => {
    const work = startSharedWork(() => Promise.reject(new Error('broken')))
    await expect(work.wait(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    await expect(work.wait()).rejects.toThrow('broken')
  })
})
