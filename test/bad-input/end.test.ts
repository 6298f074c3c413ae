import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveByCli, type ServingCli } from '../cli/cli.ts'
import { expectHealthy } from './healthy.ts'

describe('a backend that is told to end', () => {
  let backend: ServingCli

  beforeEach(async () => {
    backend = await serveByCli('start', 'test/bad-input/fixtures/slow.ts')
  })
  afterEach(() => backend.end('SIGKILL'))

  it('answers 50 slow requests that are in flight, takes no new ones, and ends with 0', async () => {
    const numbers = Array.from({ length: 50 }, (_, number) => number)
    const answers = numbers.map(async (number) => {
      const answer = await fetch(`${backend.url}/widgets/slow?number=${number}`)
      return { status: answer.status, rows: (await answer.json()) as unknown }
    })
    await backend.progress.untilCount(/slow is waiting/, numbers.length)
    await expectHealthy(backend.url)

    const ending = backend.end('SIGTERM')
    await backend.progress.until(/SIGTERM: finishing 50 requests; once more ends at once/)
    await expect(fetch(`${backend.url}/widgets/healthy`)).rejects.toThrow('fetch failed')

    expect(await Promise.all(answers)).toEqual(numbers.map((number) => ({ status: 200, rows: [{ number }] })))
    const { code, stderr } = await ending
    expect(code).toBe(0)
    expect(stderr).toContain('Stopped.')
  })

  it('ends at once with 0 when nothing is in flight, although a client keeps its connection', async () => {
    await expectHealthy(backend.url)
    expect(await backend.end('SIGTERM')).toMatchObject({ code: 0, stderr: expect.stringContaining('Stopped.') })
  })

  it('ends at once with 1 when it is told twice', async () => {
    const lost = fetch(`${backend.url}/widgets/endless`).catch(() => 'lost')
    await backend.progress.until(/endless is waiting/)
    const ending = backend.end('SIGTERM')
    await backend.progress.until(/finishing 1 request;/)
    await backend.end('SIGTERM')
    expect(await ending).toMatchObject({ code: 1 })
    expect(await lost).toBe('lost')
  })
})
