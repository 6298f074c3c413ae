import { describe, expect, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { prices } from './fleet.ts'
import { type Answer, type Asked, send, sendStatus, serveDesk } from './serve-desk.ts'

const day = 86_400
const today = Math.floor(Date.now() / 1000 / day) * day
const times = Array.from({ length: 400 }, (_, index) => today - (399 - index) * day)

type Parts = Readonly<Record<string, (asked: Asked) => unknown>>

const toBars = (t: readonly number[]) => {
  const ones = t.map(() => 1)
  return t.length === 0 ? { s: 'no_data' } : { s: 'ok', t, o: ones, h: ones, l: ones, c: ones }
}
const pick = ({ query }: Asked, known: readonly number[] = times): readonly number[] => {
  const [from, to] = [Number(query.get('from')), Number(query.get('to'))]
  const countback = query.get('countback')
  if (countback !== null) return known.filter((time) => time <= to).slice(-Number(countback))
  return known.filter((time) => time >= from && time <= to)
}
const apple = { name: 'AAPL', ticker: 'AAPL', timezone: 'America/New_York', supported_resolutions: ['60', '1D', 'W'] }

/** A source that answers right. */
const parts: Parts = {
  config: () => ({ supported_resolutions: ['D'], supports_search: true }),
  search: () => [{ symbol: 'AAPL', full_name: 'AAPL', description: 'Apple', exchange: 'X', type: 'stock' }],
  symbols: ({ query }) =>
    query.get('symbol') === 'AAPL' ? apple : { s: 'error', errmsg: `unknown symbol ${query.get('symbol')}` },
  history: (asked) => toBars(pick(asked)),
}

const serveSource = (wrong: Parts, asked: string[] = [], widget: object = {}) => {
  const answer: Answer = (question, response, request) => {
    asked.push(`${question.path}?${question.query}`)
    const answered = { ...parts, ...wrong }[question.path.replace('/udf/', '')]?.(question)
    return typeof answered === 'number'
      ? sendStatus(answered)(question, response, request)
      : send(answered)(question, response, request)
  }
  const source = { ...prices, type: 'advanced_charting', endpoint: '/udf', data: { defaultSymbol: 'AAPL' }, ...widget }
  return serveDesk({ widgets: { source } }, answer)
}

const say = async (url: string) =>
  (await check(url, { only: ['bars'] })).findings.map(({ severity, code, message }) => ({
    is: `${severity} ${code}`,
    message,
  }))

describe('the source of a chart', () => {
  test('that answers right is asked for what charts ask, in few requests', async () => {
    const asked: string[] = []
    expect(await say(await serveSource({}, asked))).toEqual([])
    expect(asked.map((path) => path.replaceAll(/\d{8,}/g, 'T'))).toEqual([
      '/udf/config?',
      '/udf/search?query=AAPL&limit=30',
      '/udf/symbols?symbol=AAPL',
      '/udf/symbols?symbol=DESKWRIGHT-NO-SUCH-SYMBOL',
      '/udf/history?symbol=AAPL&resolution=1D&from=T&to=T',
      '/udf/history?symbol=AAPL&resolution=1D&from=T&to=T&countback=20',
      '/udf/history?symbol=AAPL&resolution=1D&from=0&to=86400',
    ])
  })

  test('may have bars of long ago, and a symbol that only the search knows', async () => {
    const old = times.map((time) => time - 5000 * day)
    const history = (asked: Asked) => {
      const bars = toBars(pick(asked, old))
      const earlier = old.findLast((time) => time < Number(asked.query.get('from')))
      return bars.s === 'ok' || earlier === undefined ? bars : { ...bars, nextTime: earlier }
    }
    expect(await say(await serveSource({ history }))).toEqual([])
    const silent = (asked: Asked) => toBars(pick(asked, old))
    expect(await say(await serveSource({ history: silent }, [], { data: {} }))).toEqual([])
  })

  test.each<[string, Parts, string, string]>([
    ['no symbol', { symbols: () => ({ s: 'error', errmsg: 'gone' }) }, 'error udf-symbol', 'it says "gone"'],
    ['a symbol without a name', { symbols: () => ({}) }, 'error udf-symbol', 'it has no "name"'],
    [
      'a strange zone',
      { symbols: (asked) => (asked.query.get('symbol') === 'AAPL' ? { ...apple, timezone: 'NYC' } : { s: 'error' }) },
      'warning udf-symbol',
      '"NYC" is no time zone',
    ],
    ['a search with a frame', { search: () => ({ results: [] }) }, 'warning udf-search', '{"results":[]} came'],
    ['a search of names', { search: () => [{ name: 'AAPL' }] }, 'warning udf-search', 'no "symbol"'],
    ['a search that fails', { search: () => 500 }, 'warning udf-search', 'the answer is 500'],
    [
      'an error status for what is unknown',
      { symbols: ({ query }) => (query.get('symbol') === 'AAPL' ? apple : 404) },
      'warning udf-error-status',
      'NO-SUCH-SYMBOL answers 404',
    ],
    ['no bars', { history: () => ({ s: 'no_data' }) }, 'warning udf-history', 'the symbol of the chart has no bars'],
    ['rows for bars', { history: () => [{ time: 1 }] }, 'error udf-history', 'an object is expected'],
    [
      'bars without a sign',
      { history: () => ({ t: [] }) },
      'error udf-history',
      '"s" is "ok", "no_data" or "error", absent',
    ],
    ['an error', { history: () => ({ s: 'error', errmsg: 'No table' }) }, 'error udf-history', 'it says "No table"'],
    ['a failure', { history: () => 500 }, 'error udf-history', 'the answer is 500'],
    [
      'lists of other lengths',
      { history: (asked) => ({ ...toBars(pick(asked)), c: [1] }) },
      'error udf-history',
      'not of one length: t 300, o 300, h 300, l 300, c 1',
    ],
    [
      'text for numbers',
      { history: (asked) => ({ ...toBars(pick(asked)), c: pick(asked).map(() => 'n/a') }) },
      'error udf-history',
      '"c" holds "n/a"',
    ],
    [
      'milliseconds',
      { history: (asked) => toBars(pick(asked).map((time) => time * 1000)) },
      'error udf-times',
      'are milliseconds',
    ],
    ['the newest first', { history: (asked) => toBars(pick(asked).toReversed()) }, 'error udf-times', 'comes behind'],
    [
      'a day twice',
      { history: (asked) => toBars(pick(asked).flatMap((t) => [t, t])) },
      'error udf-times',
      'comes twice',
    ],
    [
      'days that begin later',
      { history: (asked) => toBars(pick(asked).map((time) => time + 3600)) },
      'warning udf-times',
      '01:00:00.000Z is not 00:00 UTC',
    ],
    [
      'everything it has',
      { history: (asked) => (asked.query.get('from') === '0' ? { s: 'no_data' } : toBars(times)) },
      'advice udf-range',
      '99 of 400, ',
    ],
    [
      'bars of tomorrow',
      {
        history: (asked) =>
          toBars(asked.query.get('from') === '0' ? [] : [...pick(asked), today + 3 * day, today + 4 * day]),
      },
      'warning udf-range',
      'come behind ',
    ],
    [
      'less than was counted',
      {
        history: (asked) =>
          toBars(
            pick(asked).filter((time) => asked.query.get('from') === '0' || time >= Number(asked.query.get('from'))),
          ),
      },
      'advice udf-countback',
      '20 were counted, 3 came',
    ],
    [
      'empty lists at the end',
      {
        history: (asked) => ({
          ...toBars([0]),
          ...toBars(pick(asked)),
          ...(pick(asked).length ? {} : { s: 'ok', t: [], o: [], h: [], l: [], c: [] }),
        }),
      },
      'warning udf-no-data',
      'empty lists came',
    ],
    [
      'bars of today at the end',
      { history: (asked) => toBars(asked.query.get('from') === '0' ? times.slice(-20) : pick(asked)) },
      'warning udf-no-data',
      'on came',
    ],
    [
      'an error at the end',
      { history: (asked) => (asked.query.get('from') === '0' ? 404 : toBars(pick(asked))) },
      'warning udf-no-data',
      'the answer is 404',
    ],
  ])('with %s is found', async (_name, wrong, is, message) => {
    expect(await say(await serveSource(wrong))).toEqual([{ is, message: expect.stringContaining(message) }])
  })
})
