import { describe, expect, test } from 'vitest'
import { bothWays } from './both-ways.fixture.ts'
import { redactQuery } from './logger.ts'
import { backendOf, route } from './manifest.fixture.ts'

describe.each(bothWays)('by $way', ({ connect }) => {
  test('every answer is one line, with the id that the answer carries', async () => {
    const { fetch, lines } = backendOf([route({ load: () => [] })], {}, { now: () => 0 })
    const send = await connect(fetch)
    const ids: (string | null)[] = []
    for (const path of ['/rows?a=1&token=t', '/nowhere', '/widgets.json'])
      ids.push((await send(path)).headers.get('X-Request-Id'))
    expect(lines).toEqual(
      [
        { level: 'info', message: 'GET /rows 200', method: 'GET', path: '/rows', query: 'a=1&token=***', status: 200 },
        { level: 'warn', message: 'GET /nowhere 404', method: 'GET', path: '/nowhere', status: 404 },
        { level: 'info', message: 'GET /widgets.json 200', method: 'GET', path: '/widgets.json', status: 200 },
      ].map((line, index) => ({
        ...line,
        time: '1970-01-01T00:00:00.000Z',
        requestId: ids[index],
        ms: expect.any(Number) as number,
      })),
    )
    expect(new Set(ids).size).toBe(3)
  })

  test('a request id of the client is kept when it is sane', async () => {
    const send = await connect(backendOf([]).fetch)
    const ask = async (id: string) =>
      (await send('/health', { headers: { 'X-Request-Id': id } })).headers.get('X-Request-Id')
    expect(await ask('trace:7-a.b_c')).toBe('trace:7-a.b_c')
    for (const id of ['a b', '<script>', 'x'.repeat(129), '']) expect(await ask(id)).toMatch(/^[\da-f-]{36}$/)
  })

  test('a loader writes lines with its request id, which it cannot forge', async () => {
    const talking = route({
      load: (_values, { log, requestId }) => {
        log('asked upstream', { ms: 3, requestId: 'forged', level: 'debug' })
        return [{ requestId }]
      },
    })
    const { fetch, lines } = backendOf([talking])
    const send = await connect(fetch)
    await send('/rows', { headers: { 'X-Request-Id': 'r-9', Authorization: 'Bearer hush' } })
    expect(lines[0]).toMatchObject({ level: 'info', message: 'asked upstream', ms: 3, requestId: 'r-9' })
    expect(JSON.stringify(lines)).not.toContain('hush')
  })

  test('an error is logged whole: name, code, stack and causes', async () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const { fetch, lines } = backendOf([route({ load: () => Promise.reject(new TypeError('outer', { cause })) })])
    const send = await connect(fetch)
    await send('/rows')
    expect(lines[0]).toMatchObject({
      level: 'error',
      error: { name: 'TypeError', message: 'outer', cause: { message: 'refused', code: 'ECONNREFUSED' } },
    })
    expect((lines[0] as unknown as { error: { stack: string } }).error.stack).toContain('logger.test.ts')
  })

  test('lines below the wanted level are not written', async () => {
    const { fetch, lines } = backendOf([route({ load: () => [] })], {}, { logLevel: 'warn' })
    const send = await connect(fetch)
    for (const path of ['/rows', '/nowhere']) await send(path)
    expect(lines.map(({ message }) => message)).toEqual(['GET /nowhere 404'])
  })

  test('a log that throws harms nothing', async () => {
    const log = () => {
      throw new Error('disk full')
    }
    const send = await connect(backendOf([route({ load: () => [] })], {}, { log }).fetch)
    expect((await send('/rows')).status).toBe(200)
  })
})

test('values of secret keys never reach a log, however the key is written', () => {
  const secret = new Set(['desk', 'a b'])
  expect(redactQuery('desk=1&x=2', secret)).toBe('desk=***&x=2')
  expect(redactQuery('a+b=1&a%20b=2&%64esk=3', secret)).toBe('a+b=***&a%20b=***&%64esk=***')
  expect(redactQuery('API_KEY=1&accessToken=2&pass=3&sig=4&symbol=5', secret)).toBe(
    'API_KEY=***&accessToken=***&pass=***&sig=4&symbol=5',
  )
  expect(redactQuery('', secret)).toBe('')
})
