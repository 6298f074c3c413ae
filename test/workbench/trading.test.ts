import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openHarness, type Harness, type HarnessPage } from './harness.ts'

const day = 86_400
const newest = Math.floor(Date.now() / 1000 / day) * day
/** A thousand days of a market that sleeps on weekends. */
const days = Array.from({ length: 1400 }, (_, index) => newest - (1399 - index) * day).filter(
  (time) => ![0, 6].includes(new Date(time * 1000).getUTCDay()),
)
const toPrice = (time: number) => 100 + 20 * Math.sin(time / day / 40) + 5 * Math.sin(time / day)

interface Answer {
  readonly status?: number
  readonly json: unknown
}

let harness: Harness
let show: HarnessPage
let backend: Server
let base: string
let asked: URL[] = []
/** What the datafeed answers differently in the running test. */
let answers: Readonly<Record<string, (query: URLSearchParams) => Answer>> = {}

const config = {
  supported_resolutions: ['60', 'D', 'W'],
  supports_search: true,
  supports_group_request: false,
  supports_marks: false,
  supports_timescale_marks: false,
  supports_time: true,
}
const usual: typeof answers = {
  config: () => ({ json: config }),
  time: () => ({ json: Math.floor(Date.now() / 1000) }),
  symbols: (query) => ({
    json: {
      name: query.get('symbol'),
      description: `${query.get('symbol')} Corporation`,
      exchange: 'XLON',
      timezone: 'Europe/London',
      minmov: 1,
      pricescale: 100,
    },
  }),
  search: (query) => ({
    json: ['VOD', 'BARC'].map((symbol) => ({
      symbol,
      full_name: `XLON:${symbol}`,
      ticker: symbol,
      description: `${query.get('query')}?`,
      exchange: 'XLON',
      type: 'stock',
    })),
  }),
  history: (query) => {
    const [from, to, countback] = ['from', 'to', 'countback'].map((key) => Number(query.get(key))) as [
      number,
      number,
      number,
    ]
    const until = days.filter((time) => time < to)
    const inside = until.filter((time) => time >= from)
    const t = (inside.length < countback ? until.slice(-countback) : inside).slice(-300)
    if (t.length === 0) return { json: { s: 'no_data' } }
    const c = t.map(toPrice)
    return {
      json: {
        s: 'ok',
        t,
        o: c.map((price, index) => price + (index % 3) - 1),
        h: c.map((price) => price + 2),
        l: c.map((price) => price - 2),
        c,
        v: t.map((time) => 1000 + (time % 777)),
      },
    }
  },
}

beforeAll(async () => {
  backend = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://backend')
    asked.push(url)
    const path = url.pathname.replace('/udf/', '')
    const { status = 200, json } = (answers[path] ?? usual[path])!(url.searchParams)
    response
      .writeHead(status, { 'access-control-allow-origin': '*', 'content-type': 'application/json' })
      .end(JSON.stringify(json))
  }).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  base = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`
  harness = await openHarness('chart', 'advanced-charting')
  show = await harness.open()
})
beforeEach(() => {
  asked = []
  answers = {}
})
afterEach(() => {
  // The browser itself writes about answers of 400 and more.
  const troubles = show.troubles.filter((trouble) => !trouble.startsWith('Failed to load resource'))
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
})
afterAll(async () => {
  await harness.close()
  backend.close()
})

const widget = (data: object = {}) => ({ endpoint: '/udf', data: { defaultSymbol: 'VOD', ...data } })
const mount = async (data: object = {}, options: object = {}) =>
  await show.mount('advanced_charting', undefined, widget(data), { base, ...options })
const histories = () => asked.filter(({ pathname }) => pathname === '/udf/history')
const about = () => show.page.locator('.trading-about')
const state = () => show.page.locator('.trading-state')

it.each(['dark', 'light'] as const)('draws candles and volume in %s', async (theme) => {
  await mount({}, { theme })
  await about().getByText('VOD Corporation').waitFor()
  await expect.poll(histories).not.toEqual([])
  await expect.poll(async () => await state().textContent()).toBe('')
  expect(asked.map(({ pathname }) => pathname).slice(0, 3)).toEqual(['/udf/config', '/udf/time', '/udf/symbols'])
  expect(Object.fromEntries(histories()[0]!.searchParams)).toMatchObject({
    symbol: 'VOD',
    resolution: 'D',
    countback: '400',
    from: expect.stringMatching(/^\d+$/),
  })
  expect((await show.calls()).report).toEqual([])
  await show.picture(`trading-${theme}`)
})

it('loads older bars when the user scrolls back, until there are none', async () => {
  await mount()
  await about().getByText('VOD Corporation').waitFor()
  await expect.poll(async () => await state().textContent()).toBe('')
  const box = (await show.page.locator('.trading-ground').boundingBox())!
  await show.page.mouse.move(box.x + 200, box.y + 200)
  await expect
    .poll(async () => {
      await show.page.mouse.down()
      await show.page.mouse.move(box.x + 700, box.y + 200, { steps: 5 })
      await show.page.mouse.up()
      await show.page.mouse.move(box.x + 200, box.y + 200)
      return Number(histories().at(-1)!.searchParams.get('to')) <= days[0]!
    })
    .toBe(true)
  const ends = histories().map(({ searchParams }) => Number(searchParams.get('to')))
  expect(ends).toEqual([...ends].sort((a, b) => b - a))
  expect((await show.calls()).report).toEqual([])
  await show.picture('trading-old')
})

it('asks for the newest bar again and again', async () => {
  await mount({ updateFrequency: 150 })
  await expect.poll(() => histories().length).toBeGreaterThan(3)
  const { searchParams } = histories().at(-1)!
  expect(Number(searchParams.get('from'))).toBe(days.at(-1))
  await show.page.evaluate(() => window.destroyRenderer())
  expect(await show.page.locator('#widget').innerHTML()).toBe('')
})

it('finds symbols by the keyboard, and moves its group', async () => {
  await mount({}, { values: { symbol: 'VOD' } })
  await about().getByText('VOD Corporation').waitFor()
  await show.page.getByRole('combobox', { name: 'Symbol' }).fill('bar')
  await show.page.getByRole('option').nth(1).waitFor()
  await show.picture('trading-search')
  await show.page.keyboard.press('ArrowDown')
  await show.page.keyboard.press('Enter')
  await about().getByText('BARC Corporation').waitFor()
  await expect.poll(async () => (await show.calls()).setValues).toEqual([{ symbol: 'BARC' }])
  expect(asked.find(({ pathname }) => pathname === '/udf/search')?.searchParams.get('query')).toBe('bar')
})

it('follows the symbol of its group, and the chosen resolution', async () => {
  await mount({}, { values: { symbol: 'VOD' } })
  await about().getByText('VOD Corporation').waitFor()
  await show.update(undefined, { values: { symbol: 'GSK' } })
  await about().getByText('GSK Corporation').waitFor()
  await show.page.getByRole('button', { name: '1W' }).click()
  await expect
    .poll(() => Object.fromEntries(histories().at(-1)!.searchParams))
    .toMatchObject({ symbol: 'GSK', resolution: 'W' })
  await show.page.getByRole('button', { name: '1W', pressed: true }).waitFor()
})

it.each([
  ['symbols', { json: { s: 'error', errmsg: 'No such symbol' } }, 'No such symbol'],
  ['symbols', { status: 404, json: { detail: 'Symbol not found' } }, '/symbols answered 404: Symbol not found'],
  ['history', { json: { s: 'error', errmsg: 'The feed sleeps' } }, 'The feed sleeps'],
  ['config', { status: 500, json: { detail: 'Broken' } }, '/config answered 500: Broken'],
  ['history', { json: { s: 'ok', t: [1] } }, 'no array o, h, l, c'],
])('says what /%s answered instead: %j', async (path, answer, words) => {
  answers = { [path]: () => answer }
  await mount()
  await state().getByText(words).waitFor()
  await expect
    .poll(async () => (await show.calls()).report)
    .toMatchObject([{ severity: 'error', message: expect.stringContaining(words) }])
})

it('says that there are no data', async () => {
  answers = { history: () => ({ json: { s: 'no_data' } }) }
  await mount()
  await expect.poll(async () => await state().textContent()).toBe('No data')
})

it('is not hurt by a hostile datafeed', async () => {
  const script = '<img src=x onerror="window.hacked=1">'
  answers = {
    config: () => ({ json: { ...config, supported_resolutions: [script, 'D', null, {}] } }),
    symbols: () => ({
      json: {
        name: script,
        description: script,
        timezone: script,
        pricescale: -1,
        minmov: 'x',
        supported_resolutions: 'D',
      },
    }),
    history: () => ({
      json: {
        s: 'ok',
        t: [3, 2, 1, 1e300],
        o: [1, null, 1e300, 1],
        h: ['x', 1, 2, 1],
        l: [1, 1, 1, 1],
        c: [1, 1, 1, 1],
      },
    }),
  }
  await mount({ chartConfig: { upColor: 'url(https://evil.test)', downColor: { a: 1 } }, updateFrequency: -5 })
  await about().getByText(script).waitFor()
  await expect.poll(async () => (await show.calls()).report.length).toBeGreaterThan(0)
  expect(await show.page.evaluate(() => 'hacked' in window)).toBe(false)
})
