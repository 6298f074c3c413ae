import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serveByCli, type ServingCli } from '../cli/cli.ts'
import { expectHealthy } from './healthy.ts'

const entry = 'test/bad-input/fixtures/loaders.ts'

const get = async (url: string) => {
  const answer = await fetch(url)
  return { status: answer.status, text: await answer.text(), requestId: answer.headers.get('X-Request-Id') ?? '' }
}

describe('a loader that', () => {
  let backend: ServingCli
  const ask = (id: string) => get(`${backend.url}/widgets/${id}`)

  beforeAll(async () => {
    backend = await serveByCli('start', entry)
  })
  afterAll(() => backend.end())
  afterEach(() => expectHealthy(backend.url))

  it.each([
    ['throws', 'throws', 'password=hunter2 was refused'],
    ['throws text', 'throwsText', 'hunter2 as text'],
    ['rejects', 'rejects', 'hunter2 later'],
  ])('%s answers where to look, and the log says what and where', async (_what, id, reason) => {
    const { status, text, requestId } = await ask(id)
    expect(status).toBe(500)
    expect(JSON.parse(text)).toEqual({
      detail: `widget "${id}" failed. The backend's log tells why, under request id ${requestId}.`,
    })
    const [line] = await backend.progress.until(new RegExp(`^.*"widget ..${id}.. failed".*${requestId}.*$`, 'm'))
    expect(line).toContain(reason)
  })

  it('throws an error leaves its place in the log', async () => {
    expect(await ask('throws')).toMatchObject({ status: 500 })
    await backend.progress.until(/password=hunter2 was refused.*fixtures\/loaders\.ts:\d+/)
  })

  it('rejects with nothing answers where to look', async () => {
    const { status, text } = await ask('rejectsNothing')
    expect(status).toBe(500)
    expect(text).toContain("The backend's log tells why")
  })

  it('hangs answers that its time is over', async () => {
    const { status, text } = await ask('hangs')
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 504,
      body: { detail: 'widget "hangs" did not answer within 100 ms.' },
    })
  })

  it('rejects after its time was told to stop, and ends nobody', async () => {
    expect(await ask('rejectsTooLate')).toMatchObject({ status: 504 })
    await backend.progress.until(/was told to stop/)
  })

  it.each([
    ['object', /widget "object" returned an object.*, but should return an array/],
    ['text', /widget "text" returned .*, but should return an array/],
    ['nothing', /widget "nothing" returned undefined, but should return an array/],
    [
      'numbers',
      /widget "numbers" returned an array of 2 .*, but should return an array of row objects.*: item 0 is a number/,
    ],
    ['notText', /widget "notText" returned .*42.*, but should return a string/],
    ['notMetric', /widget "notMetric" returned undefined, but should return/],
    ['cyclic', /widget "cyclic" returned something that cannot be written as JSON: .*circular/],
  ])('returns the wrong shape answers what came and what is allowed (%s)', async (id, words) => {
    const { status, text } = await ask(id)
    expect(status).toBe(500)
    const { detail } = JSON.parse(text) as { detail: string }
    expect(detail).toMatch(words)
    expect(text).not.toMatch(/ at .*\.[jt]s/)
  })

  it('fails after its answer has begun breaks it off visibly, and the log says why', async () => {
    const { status, text, requestId } = await ask('breaksOff')
    expect(status).toBe(200)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(text).toContain(`The answer of widget "breaksOff" broke off`)
    expect(text).toContain(requestId)
    expect(text).not.toContain('hunter2')
    await backend.progress.until(/widget \\"breaksOff\\" failed after its answer had begun.*hunter2 half-way/)
  })

  it('returns NaN, big integers, dates and undefined answers JSON that every client reads', async () => {
    const { status, text } = await ask('odd')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual([
      {
        nan: null,
        infinity: null,
        small: 12,
        large: '12345678901234567890',
        day: '2026-01-02T03:04:05.000Z',
        noDay: null,
        list: [null, null],
      },
    ])
  })

  it('fails never shows a stack or a secret to the client', async () => {
    const ids = ['throws', 'throwsText', 'rejects', 'rejectsTooLate', 'object', 'cyclic']
    const texts = await Promise.all(ids.map(async (id) => (await ask(id)).text))
    expect(texts.join('\n')).not.toMatch(/hunter2|stack|loaders\.ts|node:internal/)
  })
})

describe('a loader that throws while dev runs', () => {
  let backend: ServingCli
  beforeAll(async () => {
    backend = await serveByCli('dev', entry)
  })
  afterAll(() => backend.end())

  it('answers why and where', async () => {
    const { status, text } = await get(`${backend.url}/widgets/throws`)
    expect(status).toBe(500)
    expect(JSON.parse(text)).toEqual({
      detail: 'widget "throws" failed: password=hunter2 was refused',
      stack: expect.stringMatching(/TypeError: password.*\n.*fixtures\/loaders\.ts:\d+/),
    })
  })
})
