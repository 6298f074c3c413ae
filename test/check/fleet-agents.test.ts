import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { check, type CheckOptions } from '../../packages/deskwright/src/check/check.ts'
import { planRequests } from '../../packages/deskwright/src/check/plan-requests.ts'
import { serve } from './fleet.ts'
import { type Answer, sendStatus, serveDesk } from './serve-desk.ts'

const helper = { name: 'Helper', description: 'Helps', endpoints: { query: '/query' }, features: { streaming: true } }
const chunk = 'event: copilotMessageChunk\ndata: {"delta": "Hello"}\n\n'
const status = 'event: copilotStatusUpdate\ndata: {"eventType": "INFO", "message": "Thinking"}\n\n'
const call =
  'event: copilotFunctionCall\ndata: {"function": "get_widget_data", "input_arguments": {"data_sources": []}}\n\n'

const stream =
  (events: string, type = 'text/event-stream'): Answer =>
  (_asked, response) =>
    response.setHeader('content-type', type).end(events)

const serveAgent = (answer: Answer, agent: object = {}) =>
  serveDesk({ agents: { helper: { ...helper, ...agent } } }, answer)
const say = async (url: string, options: CheckOptions = {}) =>
  (await check(url, { only: ['agents'], ...options })).findings.map(
    ({ severity, code, where, path, loses, message }) => ({
      is: `${severity} ${code}`,
      at: `${where} ${path}`,
      loses,
      message,
    }),
  )

describe('an agent', () => {
  test.each<[string, string]>([
    ['text', chunk],
    [
      'steps, text and what stands behind it',
      `: ping\n\n${status}${chunk}event: copilotPromptSuggestions\ndata: {"suggestions": []}\n\n`,
    ],
    ['a call of a function', `${status}${call}`],
    ['lines that end as on Windows', chunk.replaceAll('\n', '\r\n')],
  ])('may answer %s', async (_name, events) => {
    expect(await say(await serveAgent(stream(events)))).toEqual([])
  })

  test('is asked as Workspace asks, with the headers of the connection and its own', async () => {
    const asked: unknown[] = []
    const url = await serveAgent(
      ({ method, path, body }, response, { headers }) => {
        asked.push([method, path, headers['x-api-key'], headers['x-team'], headers.origin, headers['content-type']])
        asked.push(JSON.parse(body))
        stream(chunk)({ method, path, body, query: new URLSearchParams() }, response, {} as never)
      },
      { headers: { 'X-Team': 'desk' }, models: [{ id: 'm1', name: 'One' }] },
    )
    expect(await say(url, { headers: { 'X-API-KEY': 'secret' } })).toEqual([])
    expect(asked).toEqual([
      ['POST', '/query', 'secret', 'desk', 'https://pro.openbb.co', 'application/json'],
      expect.objectContaining({
        messages: [{ role: 'human', content: expect.any(String) }],
        widgets: { primary: [], secondary: [], extra: [] },
        timezone: 'UTC',
        workspace_options: {},
        model: 'm1',
      }),
    ])
  })

  test('is asked only when it is chosen, and never by a dry run', async () => {
    const asked: string[] = []
    const url = await serveAgent(({ method, path }, response) => {
      if (path === '/query') asked.push(method)
      response.end()
    })
    for (const options of [{ only: ['documents'] }, { skip: ['agents'] }, { skip: ['helper'] }, { only: ['prices'] }]) {
      await check(url, options)
    }
    expect(await planRequests(url, { only: ['helper'] })).toContain(`POST ${url}/query from https://pro.openbb.co`)
    expect(asked).toEqual([])
    await check(url, { only: ['helper'] })
    expect(asked).toEqual(['POST'])
  })

  const endless = (_asked: unknown, response: ServerResponse) =>
    response.setHeader('content-type', 'text/event-stream').write(status)

  test.each<[string, Answer, string, string]>([
    ['JSON', (_asked, response) => response.end('{"answer": "Hello"}'), 'error agent-no-stream', 'application/json'],
    ['a page', stream('<!doctype html>', 'text/html'), 'error agent-no-stream', 'begins with "<!doctype html>"'],
    ['plain text that holds events', stream(chunk, 'text/plain'), 'warning agent-type', 'Content-Type is text/plain'],
    [
      'an error',
      sendStatus(422, { detail: 'workspace_options' }),
      'error agent-status',
      'answers 422: workspace_options',
    ],
    ['a crash', sendStatus(500), 'error agent-status', 'answers 500'],
    ['[DONE]', stream(`${chunk}data: [DONE]\n\n`), 'error agent-event-broken', '"[DONE]"'],
    ['plain data', stream('data: Hello\n\n'), 'error agent-event-broken', '"Hello"'],
    [
      'a misspelt event besides',
      stream(`${chunk}event: copilotMessageChunks\ndata: {}\n\n`),
      'warning agent-event-unknown',
      '"copilotMessageChunks"',
    ],
    [
      'a chunk of another kind',
      stream('event: copilotMessageChunk\ndata: {"content": "Hello"}\n\n'),
      'error agent-event-shape',
      'delta: expected string',
    ],
    [
      'a step with a kind of its own',
      stream(`event: copilotStatusUpdate\ndata: {"eventType": "SUCCESS", "message": "Done"}\n\n${chunk}`),
      'warning agent-event-shape',
      'eventType',
    ],
    [
      'a call that nobody can carry out',
      stream('event: copilotFunctionCall\ndata: {"function": "run_python", "input_arguments": {}}\n\n'),
      'error agent-event-shape',
      'function',
    ],
    ['nothing', stream(''), 'error agent-empty', 'it is empty'],
    ['pings', stream(': ping\n\n'), 'error agent-empty', 'it holds no event'],
    ['steps alone', stream(status), 'error agent-empty', 'it holds but copilotStatusUpdate'],
    [
      'half an event',
      stream(`${chunk}event: copilotMessageChunk\ndata: {"delta": "!"}`),
      'error agent-unfinished',
      'data',
    ],
    ['steps, and never text', endless, 'error agent-silent', 'no text within 4 s'],
    ['never', () => undefined, 'error agent-silent', 'no event within 4 s'],
    ['a broken connection', (_asked, _response, { socket }) => socket.destroy(), 'error agent-unanswered', 'no answer'],
  ])('that answers %s is found', async (name, answer, is, message) => {
    const said = await say(await serveAgent(answer), name.includes('never') ? { timeout: 4000 } : {})
    expect(said).toEqual([
      {
        is,
        at: 'agent "helper" endpoints.query',
        loses: is.startsWith('error') ? 'agent' : 'nothing',
        message: expect.stringContaining(message),
      },
    ])
  })

  test('that pages may not ask, or may not read, is found', async () => {
    const serveCors = (preflight: number, headers: Record<string, string>) =>
      serve(({ method, url }, response) => {
        if (url === '/widgets.json') response.end('{}')
        else if (url === '/agents.json') response.end(JSON.stringify({ helper }))
        else if (url !== '/query') response.writeHead(404).end()
        else if (method === 'OPTIONS') response.writeHead(preflight, headers).end()
        else response.writeHead(200, { 'content-type': 'text/event-stream', ...headers }).end(chunk)
      })
    const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type, x-trace-id' }
    const find = async (...given: Parameters<typeof serveCors>) =>
      (await say(await serveCors(...given), { only: ['agents', 'cors'] })).filter(({ at }) => at.startsWith('agent'))
    expect(await find(204, allowed)).toEqual([])
    expect(await find(405, allowed)).toMatchObject([
      { is: 'error agent-cors', message: expect.stringContaining('405') },
    ])
    expect(await find(204, {})).toMatchObject([{ is: 'error agent-cors' }])
    expect(await find(204, { ...allowed, 'access-control-allow-headers': 'content-type' })).toMatchObject([
      { is: 'error agent-cors', message: expect.stringContaining('lacks x-trace-id') },
    ])
  })
})
