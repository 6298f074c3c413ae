import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chart, column, defineBackend } from 'deskwright'
import { testBackend } from 'deskwright/testing'
import { openBrowser } from './browser/open-browser.ts'

const days = Array.from({ length: 90 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
  const price = 100 + 10 * Math.sin(index / 9)
  return {
    day,
    symbol: index % 2 === 0 ? 'AAA' : 'BBB',
    price,
    volume: index % 10 === 5 ? null : 1e9 + index * 1e7,
    side: index % 5,
  }
})
const bars = days.map(({ day, price }, index) => ({
  day,
  open: price,
  high: price + 2,
  low: price - 2,
  close: price + (index % 3) - 1,
}))
const load = () => days
const columns = { price: column.number('Price', { prefix: '$' }), volume: column.integer('Volume') }

const widgets = {
  line: chart({ name: 'C', x: 'day', y: 'price', by: 'symbol', columns, load }),
  gaps: chart({ name: 'C', x: 'day', y: ['volume', 'price'], columns, load }),
  point: chart({ name: 'C', x: 'day', y: 'price', load: () => days.slice(0, 1) }),
  area: chart({ name: 'C', kind: 'area', x: 'day', y: 'volume', load }),
  stackedArea: chart({ name: 'C', kind: 'stackedArea', x: 'day', y: 'volume', by: 'symbol', load }),
  scatter: chart({ name: 'C', kind: 'scatter', x: 'price', y: 'volume', by: 'symbol', load }),
  bar: chart({ name: 'C', kind: 'bar', x: 'side', y: 'volume', load }),
  stackedBar: chart({ name: 'C', kind: 'stackedBar', x: 'day', y: 'volume', by: 'symbol', load }),
  horizontalBar: chart({ name: 'C', kind: 'horizontalBar', x: 'symbol', y: 'price', load }),
  histogram: chart({ name: 'C', kind: 'histogram', x: 'price', by: 'symbol', load }),
  box: chart({ name: 'C', kind: 'box', x: 'symbol', y: 'price', load }),
  pie: chart({ name: 'C', kind: 'pie', x: 'symbol', y: 'price', load }),
  heatmap: chart({ name: 'C', kind: 'heatmap', x: 'side', y: 'symbol', z: 'price', load }),
  candlestick: chart({ name: 'C', kind: 'candlestick', x: 'day', load: () => bars }),
  workdays: chart({
    name: 'C',
    kind: 'candlestick',
    x: 'day',
    load: () => bars.filter((_, index) => ![2, 3].includes(index % 7)),
  }),
  empty: chart({ name: 'C', x: 'day', y: 'price', load: () => days.slice(0, 0) }),
}

const desk = testBackend(defineBackend({ name: 'Charts', widgets }))
const ids = Object.keys(widgets) as (keyof typeof widgets)[]

/** What Plotly leaves in the element it draws into. */
interface Drawn extends HTMLElement {
  readonly _fullData: readonly { readonly visible: boolean }[]
}

describe('charts from rows, drawn by Plotly', () => {
  let home: string
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'deskwright-charts-'))
    browser = await openBrowser(home)
    page = await browser.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => complaints.push(message.text()))
    await page.setContent('<div id="chart" style="width: 600px; height: 300px"></div>')
    await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('plotly.js-dist-min')) })
  })
  afterAll(async () => {
    await browser.close()
    await rm(home, { recursive: true })
  })

  it.each(ids.flatMap((id) => [[id, 'dark'] as const, [id, 'light'] as const]))('%s in %s', async (id, theme) => {
    const figure = await desk.get(id, {}, { theme })
    const { problems, visible, text } = await page.evaluate(async ({ data, layout, config }) => {
      const { Plotly } = window as unknown as { Plotly: any }
      const wrong: readonly { code: string; msg: string }[] = Plotly.validate(data, layout) ?? []
      const drawn = (await Plotly.newPlot('chart', data, layout, config)) as Drawn
      return {
        problems: wrong
          .filter(({ code }) => ['schema', 'value', 'array', 'object'].includes(code))
          .map(({ msg }) => msg),
        visible: drawn._fullData.every((trace) => trace.visible),
        text: drawn.textContent,
      }
    }, figure)
    expect(problems).toEqual([])
    expect(complaints).toEqual([])
    if (id === 'empty') expect(text).toContain('No data')
    else expect(visible).toBe(true)
  })
})
