import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openHarness, type Harness, type HarnessPage } from './harness.ts'

const rows = Array.from({ length: 30 }, (_, day) => ({
  day: `2026-03-${String(day + 1).padStart(2, '0')}`,
  price: 100 + 9 * Math.sin(day / 4),
  desk: day % 2 === 0 ? 'Rates' : 'Credit',
}))
const line = {
  $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
  title: 'Prices of two desks',
  data: { values: rows },
  mark: { type: 'line', point: true, tooltip: true },
  encoding: {
    x: { field: 'day', type: 'temporal' },
    y: { field: 'price', type: 'quantitative', scale: { zero: false } },
    color: { field: 'desk', type: 'nominal' },
  },
}
const canvas = '#widget canvas'

let harness: Harness
let show: HarnessPage
let backend: Server
let base: string
const asked: string[] = []

beforeAll(async () => {
  backend = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end(JSON.stringify(rows))
  }).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  base = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`
  harness = await openHarness('chart', 'chart-vegalite')
  show = await harness.open()
})
afterEach(() => {
  if (show.troubles.length > 0) throw new Error(show.troubles.join('\n'))
})
afterAll(async () => {
  await harness.close()
  backend.close()
})

const readSize = async () =>
  await show.page.locator(canvas).evaluate((element) => [element.clientWidth, element.clientHeight])
/** How many pixels have any colour. */
const countInk = async () =>
  await show.page.locator(canvas).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement
    const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
    return data.filter((value, index) => index % 4 === 3 && value > 0).length
  })

it.each(['dark', 'light'] as const)('fills its widget in %s, and follows its size', async (theme) => {
  await show.mount('chart-vegalite', { ...line, width: 9000, height: 9 }, {}, { theme })
  await show.page.locator(canvas).waitFor()
  await expect.poll(readSize).toEqual([800, 500])
  await expect.poll(countInk).toBeGreaterThan(2000)
  await show.picture(`vega-${theme}`)
  await show.page.evaluate(() => window.resizeRenderer(400, 300))
  await expect.poll(readSize).toEqual([400, 300])
  expect((await show.calls()).report).toEqual([])
})

it('loads data of its own backend through the connection', async () => {
  asked.length = 0
  await show.mount('chart-vegalite', { ...line, data: { url: `${base}/rows.json?of=desk` } }, {}, { base })
  await show.page.locator(canvas).waitFor()
  expect(asked).toEqual(['/rows.json?of=desk'])
  await expect.poll(countInk).toBeGreaterThan(2000)
  expect((await show.calls()).report).toEqual([])
})

it.each(['https://evil.test/rows.json', '//evil.test/rows.json', 'data/rows.json', 'file:///etc/passwd'])(
  'loads nothing from %s, and says so',
  async (url) => {
    await show.mount('chart-vegalite', { ...line, data: { url } }, {}, { base })
    await show.page.locator(canvas).waitFor()
    await expect
      .poll(async () => (await show.calls()).report)
      .toMatchObject([{ severity: 'warning', message: `${url} is not loaded.` }])
  },
)

it('runs nothing of a hostile specification and draws nothing outside', async () => {
  await show.mount(
    'chart-vegalite',
    {
      data: { values: [{ a: 1, text: '<img src=x onerror="window.hacked=1">', url: 'https://evil.test/x.png' }] },
      usermeta: {
        embedOptions: { config: 'https://evil.test/c.json', actions: true, defaultStyle: 'body{display:none}' },
      },
      params: [{ name: 'p', value: 1, bind: { input: 'range', element: 'body' } }],
      transform: [
        { calculate: "datum.constructor.constructor('window.hacked = 2')()", as: 'b' },
        { calculate: "toString.constructor('window.hacked = 3')()", as: 'c' },
      ],
      layer: [
        { mark: { type: 'image', width: 9, height: 9 }, encoding: { url: { field: 'url' } } },
        {
          mark: { type: 'text', tooltip: { content: 'data' } },
          encoding: { text: { field: 'text' }, href: { value: 'javascript:window.hacked=4' } },
        },
      ],
    },
    {},
    { base },
  )
  await show.page.locator(`${canvas}, [role=note]`).first().waitFor()
  await show.page.locator('#widget').click()
  expect(
    await show.page.evaluate(() => [
      'hacked' in window,
      document.querySelectorAll('body > :is(form, input, .vega-bind)').length,
    ]),
  ).toEqual([false, 0])
  await expect
    .poll(async () => (await show.calls()).report.map(({ path, message }) => path ?? message))
    .toContain('params[0].bind.element')
})

it('shows several views at their own size, and Vega too', async () => {
  const { data, mark, encoding } = line
  await show.mount('chart-vegalite', {
    data,
    hconcat: [
      { mark, encoding },
      { mark: 'bar', encoding },
    ],
  })
  await show.page.locator(canvas).waitFor()
  await show.mount('chart-vegalite', {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    marks: [
      { type: 'rect', encode: { enter: { width: { value: 50 }, height: { value: 50 }, fill: { value: 'red' } } } },
    ],
  })
  await show.page.locator(canvas).waitFor()
  await expect.poll(countInk).toBeGreaterThan(2000)
  expect((await show.calls()).report).toEqual([])
})

it('says what is no specification, and mends itself with the next answer', async () => {
  await show.mount('chart-vegalite', [{ a: 1 }])
  await show.page.getByText('not a Vega-Lite specification').waitFor()
  await show.update({ ...line, mark: 7 })
  await show.page.getByText('could not be drawn').waitFor()
  await show.update(line)
  await show.page.locator(canvas).waitFor()
  await show.page.evaluate(() => window.destroyRenderer())
  expect(await show.page.locator('#widget').innerHTML()).toBe('')
})
