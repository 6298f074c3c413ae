import { describe, expect, test } from 'vitest'
import { check, type CheckOptions } from '../../packages/deskwright/src/check/check.ts'
import { prices } from './fleet.ts'
import { type Answer, send, sendStatus, serveDesk } from './serve-desk.ts'

const say = async (url: string, options: CheckOptions = {}) =>
  (await check(url, options)).findings
    .filter(({ code }) => code !== 'cors-private-network')
    .map(({ severity, code, path, message }) => ({ is: `${severity} ${code} ${path}`, message }))
const serveWidget = (widget: object, answer: Answer) =>
  serveDesk({ widgets: { prices: { ...prices, ...widget } } }, answer)

const venue = { paramName: 'venue', type: 'endpoint', optionsEndpoint: 'venues', value: 'X' }
const venues = [
  { label: 'Xetra', value: 'X', extraInfo: { description: 'Frankfurt', rightOfDescription: 'EUR' } },
  { label: 'London', value: 'L' },
  { label: 'Paris', value: 'P' },
  { label: 'Tokyo', value: 'T' },
]

describe('the options of a dropdown', () => {
  const find = async (options: unknown, param: object = {}) => {
    const answer: Answer = (asked, ...rest) => send(asked.path === '/venues' ? options : [])(asked, ...rest)
    return await say(await serveWidget({ params: [{ ...venue, ...param }] }, answer), { only: ['widgets'] })
  }

  test.each<[string, unknown, object?]>([
    ['a list', venues],
    ['an empty list', []],
    ['a list of numbers', [{ label: 'One', value: 1 }], { value: 1 }],
    ['a list with the defaults in it', venues, { multiSelect: true, value: 'X,L' }],
    ['a list, without a default', venues, { value: null }],
  ])('may be %s', async (_name, options, param) => {
    expect(await find(options, param)).toEqual([])
  })

  test.each<[string, unknown, string, string]>([
    ['texts', ['X'], 'warning options-shape', '[0] is none: an option is {label, value}; "X" came'],
    ['ids', [venues[0], { id: 'L', name: 'London' }], 'warning options-shape', '[1].label is none: a text is expected'],
    ['nested', [{ label: 'X', value: { id: 'X' } }], 'warning options-shape', '[0].value is none'],
    [
      'with a bare second line',
      [{ ...venues[0], extraInfo: 'Frankfurt' }],
      'warning options-shape',
      '[0].extraInfo is',
    ],
    [
      'with numbers beside it',
      [{ ...venues[0], extraInfo: { rightOfDescription: 3 } }],
      'warning options-shape',
      '[0].extraInfo.rightOfDescription',
    ],
    ['without the default', venues.slice(1), 'advice options-default', '"X" is the default value, but'],
    ['in an object', { venues }, 'warning widget-shape', 'a list of {label, value} is expected'],
  ])('that are %s are found', async (_name, options, is, message) => {
    expect(await find(options)).toContainEqual({
      is: `${is} params[0].optionsEndpoint`,
      message: expect.stringContaining(message),
    })
  })
})

describe('other values', () => {
  const days = { paramName: 'days', type: 'number', value: 5 }

  test('are options, nothing, a wrong type', async () => {
    const asked: string[] = []
    const url = await serveWidget({ params: [days, venue] }, (question, ...rest) => {
      asked.push(`${question.path}?${question.query}`)
      return send(question.path === '/venues' ? venues : [])(question, ...rest)
    })
    expect(await say(url, { only: ['values'] })).toEqual([])
    expect(asked).toEqual([
      '/prices?days=5&venue=X',
      '/venues?',
      '/prices?days=abc&venue=X',
      '/prices?venue=X',
      '/prices?days=5',
      '/prices?days=5&venue=L',
      '/prices?days=5&venue=T',
      '/prices?days=5&venue=P',
    ])
  })

  test('are the other theme, and raw', async () => {
    const asked: string[] = []
    const url = await serveWidget({ type: 'chart', raw: true }, ({ query }, response) => {
      asked.push(String(query))
      response.end(JSON.stringify(query.has('raw') ? [{ x: 1 }] : { data: [{ type: 'bar', x: [1], y: [2] }] }))
    })
    expect(await say(url, { only: ['values'] })).toEqual([])
    expect(asked).toEqual(['theme=dark', 'theme=light', 'theme=dark&raw=true'])
  })

  test('are tried with eight requests at most, and not on what is slow, fails, or is posted to think', async () => {
    const count = async (widget: object, answer: Answer = send([])) => {
      let asked = 0
      const url = await serveWidget(widget, (question, ...rest) => {
        asked += 1
        return answer(question, ...rest)
      })
      await check(url, { only: ['values'] })
      return asked
    }
    const many = Array.from({ length: 20 }, (_, index) => ({
      paramName: `p${index}`,
      type: 'text',
      value: 'a',
      options: ['a', 'b', 'c', 'd'].map((value) => ({ label: value, value })),
    }))
    expect(await count({ params: many })).toBe(9)
    expect(await count({ params: many }, sendStatus(500))).toBe(1)
    expect(await count({ params: many, type: 'omni' })).toBe(0)
    expect(await count({ params: many, type: 'iframe' })).toBe(0)
  })

  test('leave alone what the options of another dropdown depend on', async () => {
    const asked: string[] = []
    const desk = {
      paramName: 'desk',
      type: 'text',
      value: 'A',
      options: [
        { label: 'A', value: 'A' },
        { label: 'B', value: 'B' },
      ],
    }
    const book = { ...venue, paramName: 'book', optionsParams: { desk: '$desk' } }
    const url = await serveWidget({ params: [desk, book] }, (question, ...rest) => {
      asked.push(String(question.query))
      return send(question.path === '/venues' ? venues : [])(question, ...rest)
    })
    expect(await say(url, { only: ['values'] })).toEqual([])
    expect(asked).toContain('desk=A&book=L')
    expect(asked.filter((query) => query.includes('desk=B'))).toEqual([])
  })

  test.each<[string, object, Answer, string, string]>([
    [
      'an option',
      { params: [venue] },
      (asked, ...rest) =>
        asked.path === '/venues'
          ? send(venues)(asked, ...rest)
          : asked.query.get('venue') === 'L'
            ? sendStatus(500, { detail: 'No table' })(asked, ...rest)
            : send([])(asked, ...rest),
      'warning widget-choice',
      'With venue=L it has no answer to show',
    ],
    [
      'an option there is nothing for',
      { params: [{ ...venue, optionsEndpoint: undefined, type: 'text', options: venues }] },
      (asked, ...rest) =>
        (asked.query.get('venue') === 'P' ? sendStatus(404, { detail: 'Nothing' }) : send([]))(asked, ...rest),
      'advice widget-choice',
      'answers 404: Nothing',
    ],
    [
      'an option whose answer has another shape',
      { params: [{ ...venue, optionsEndpoint: undefined, type: 'text', options: venues }] },
      (asked, ...rest) => send(asked.query.get('venue') === 'L' ? 'null' : [])(asked, ...rest),
      'warning widget-choice',
      'is not what is shown as "table"',
    ],
    [
      'an option that never comes, and no other is asked for',
      { params: [{ ...venue, optionsEndpoint: undefined, type: 'text', options: venues }] },
      (asked, ...rest) =>
        ['L', 'T', 'P'].includes(asked.query.get('venue') ?? '') ? undefined : send([])(asked, ...rest),
      'warning widget-choice',
      'nothing complete within 4 s',
    ],
    [
      'the light theme',
      { type: 'markdown' },
      (asked, ...rest) => (asked.query.get('theme') === 'light' ? sendStatus(500) : send('"# A"'))(asked, ...rest),
      'warning widget-choice',
      'With theme=light',
    ],
    [
      'a wrong type',
      { params: [days] },
      (asked, ...rest) =>
        (asked.query.get('days') === 'abc' ? sendStatus(500, { detail: 'int()' }) : send([]))(asked, ...rest),
      'warning widget-crash',
      'with days=abc, answers 500: int()',
    ],
    [
      'an empty field',
      { params: [days] },
      (asked, ...rest) => (asked.query.has('days') ? send([]) : sendStatus(500))(asked, ...rest),
      'warning widget-crash',
      'with days empty, answers 500',
    ],
    [
      'raw, by a figure',
      { type: 'chart', raw: true },
      send({ data: [{ type: 'bar' }] }),
      'warning widget-raw',
      'the chart itself came',
    ],
    [
      'raw, by an error',
      { type: 'chart', raw: true },
      (asked, ...rest) =>
        (asked.query.has('raw') ? sendStatus(500) : send({ data: [{ type: 'bar' }] }))(asked, ...rest),
      'warning widget-raw',
      'answers 500',
    ],
  ])('that are answered badly are found: %s', async (name, widget, answer, is, message) => {
    const timeout = name.includes('never') ? 4000 : 60_000
    const said = await say(await serveWidget(widget, answer), { only: ['values'], timeout })
    expect(said).toEqual([{ is: `${is} endpoint`, message: expect.stringContaining(message) }])
  })

  test.each([400, 404, 422])('that are refused with %i are right', async (status) => {
    const url = await serveWidget({ params: [days] }, (asked, ...rest) =>
      (asked.query.get('days') === '5' ? send([]) : sendStatus(status))(asked, ...rest),
    )
    expect(await say(url, { only: ['values'] })).toEqual([])
  })

  test('that crash without a header for pages are found once, unless no error has it', async () => {
    const crash: Answer = (asked, response, request) => {
      if (asked.query.get('days') !== '5' && asked.path === '/prices')
        response.removeHeader('access-control-allow-origin')
      return (
        asked.path !== '/prices' ? sendStatus(404) : asked.query.get('days') === '5' ? send([]) : sendStatus(500)
      )(asked, response, request)
    }
    const codes = (await say(await serveWidget({ params: [days] }, crash))).map(({ is }) => is)
    expect(codes).toEqual([
      'warning widget-crash endpoint',
      'warning widget-crash endpoint',
      'warning cors-error-answer endpoint',
    ])
    const all: Answer = (asked, response, request) => {
      if (asked.path !== '/prices') response.removeHeader('access-control-allow-origin')
      return crash(asked, response, request)
    }
    expect((await say(await serveWidget({ params: [days] }, all))).map(({ is }) => is)).toContain(
      'warning cors-error-answer ',
    )
  })
})
