import { describe, expect, test } from 'vitest'
import { readAnswer, toNetworkFailure } from './read-answer.ts'

const url = 'http://a.test/x'
const json = { 'Content-Type': 'application/json; charset=utf-8' }
const read = async (body: string | null, init: ResponseInit = {}) => await readAnswer(new Response(body, init), url)

describe('a good answer', () => {
  test.each([
    ['[1]', json, [1]],
    ['null', json, null],
    ['"text"', json, 'text'],
    ['# Title', { 'Content-Type': 'text/markdown' }, '# Title'],
    ['[{"a":1}]', { 'Content-Type': 'text/plain' }, [{ a: 1 }]],
    ['[link](x)', { 'Content-Type': 'text/plain' }, '[link](x)'],
    ['<p>{}</p>', { 'Content-Type': 'text/html' }, '<p>{}</p>'],
    ['', {}, ''],
  ])('%j is data', async (body, headers, data) => {
    expect(await read(body, { headers: headers as Record<string, string> })).toEqual({
      ok: true,
      data,
      size: body.length,
    })
  })
})

describe('a refusal says', () => {
  test.each([
    [{ detail: 'D', message: 'M', error: 'E' }, 'D'],
    [{ message: 'M', error: 'E' }, 'M'],
    [{ error: 'E' }, 'E'],
    [{ detail: [{ loc: ['a'], msg: 'no' }] }, '[{"loc":["a"],"msg":"no"}]'],
    [{ reason: 'R' }, '{"reason":"R"}'],
  ])('of %j: %s', async (body, message) => {
    expect(await read(JSON.stringify(body), { status: 404 })).toEqual({
      ok: false,
      failure: { kind: 'status', status: 404, url, message },
    })
  })

  test('the status text of anything that is no JSON object', async () => {
    for (const body of ['<h1>Oops</h1>', '["x"]', '']) {
      expect(await read(body, { status: 502, statusText: 'Bad Gateway' })).toMatchObject({
        failure: { message: 'Bad Gateway' },
      })
    }
  })

  test('what kind of error it is, and its warnings', async () => {
    const body = JSON.stringify({ detail: 'D', error_kind: 'limit', status: 'x', warnings: ['w'] })
    expect(await read(body, { status: 429 })).toMatchObject({ failure: { cause: 'limit', warnings: ['w'] } })
  })
})

test('204 is a failure, as in Workspace', async () => {
  expect(await read(null, { status: 204, statusText: 'No Content' })).toMatchObject({
    ok: false,
    failure: { kind: 'no-content', message: 'No Content' },
  })
})

test('broken JSON is a failure that says where', async () => {
  const answer = await read('[{"a": NaN}]', { headers: json })
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'body', status: 200 } })
  expect(!answer.ok && answer.failure.message).toContain('NaN')
})

test('a broken answer of millions of characters is not read again to say why', async () => {
  const answer = await read(`[${'"x",'.repeat(600_000)}NaN]`, { headers: json })
  expect(answer).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/^The answer is no JSON: .*NaN/) },
  })
})

test('an answer that is waited for too long is told apart from none', () => {
  const late = new DOMException('The backend said nothing for 60 seconds.', 'TimeoutError')
  expect(toNetworkFailure(late, url)).toMatchObject({ kind: 'late', message: late.message })
  expect(toNetworkFailure(new TypeError('Failed to fetch'), url)).toMatchObject({ kind: 'network' })
})
