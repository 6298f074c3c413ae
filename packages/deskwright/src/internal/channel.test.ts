import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createChannel } from './channel.ts'

const overrun = { limit: 5, toError: (limit: number) => new RangeError(`more than ${limit}`) }
const open = (signal = new AbortController().signal) => {
  const onEnd = vi.fn<() => void>()
  return { onEnd, channel: createChannel<number>(signal, onEnd, overrun) }
}

describe('a channel', () => {
  it('hands over every item in its order, whether the reader waits or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 30 }), async (reads) => {
        const { channel, onEnd } = open()
        const asked: Promise<IteratorResult<number>>[] = []
        let pushed = 0
        for (const read of reads) {
          if (read || pushed - asked.length >= overrun.limit) asked.push(channel.next())
          else channel.push((pushed += 1))
        }
        while (asked.length < pushed) asked.push(channel.next())
        channel.end()
        const got = (await Promise.all(asked)).filter(({ done }) => !done).map(({ value }) => value as number)
        expect(got).toEqual(Array.from({ length: pushed }, (_, index) => index + 1))
        expect(await channel.next()).toEqual({ done: true, value: undefined })
        expect(onEnd).toHaveBeenCalledTimes(1)
      }),
    )
  })

  it('ends when its signal aborts, and for a signal that had aborted', async () => {
    const controller = new AbortController()
    const { channel, onEnd } = open(controller.signal)
    const waiting = channel.next()
    controller.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(onEnd).toHaveBeenCalledTimes(1)
    const late = open(controller.signal)
    expect(await late.channel.next()).toEqual({ done: true, value: undefined })
    expect(late.onEnd).not.toHaveBeenCalled()
  })

  it('ends when its reader leaves', async () => {
    const { channel, onEnd } = open()
    channel.push(1)
    for await (const item of channel) {
      expect(item).toBe(1)
      break
    }
    expect(onEnd).toHaveBeenCalledTimes(1)
    channel.push(2)
    expect(await channel.next()).toEqual({ done: true, value: undefined })
  })

  it('fails its reader once, also when too much waits', async () => {
    const { channel, onEnd } = open()
    for (let item = 0; item <= overrun.limit; item += 1) channel.push(item)
    await expect(channel.next()).rejects.toThrow('more than 5')
    expect(await channel.next()).toEqual({ done: true, value: undefined })
    expect(onEnd).toHaveBeenCalledTimes(1)
    const other = open()
    const waiting = other.channel.next()
    other.channel.fail(new TypeError('gone'))
    await expect(waiting).rejects.toThrow('gone')
  })
})
