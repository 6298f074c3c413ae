import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readShared } from '../conformance/shared.ts'
import { openHarness, type Harness, type HarnessPage } from './harness.ts'
import { hasCapture, type Exchange } from './replay-server.ts'

/** What Plotly leaves in the element it draws into. */
interface Plot extends HTMLElement {
  readonly _fullData: readonly { readonly type: string; readonly visible: boolean; readonly x?: ArrayLike<unknown> }[]
  readonly _fullLayout: {
    readonly width: number
    readonly height: number
    readonly paper_bgcolor: string
    readonly font: { readonly color: string }
    readonly xaxis: { readonly range: readonly [number, number] }
  }
}

const plot = '.js-plotly-plot'
const readPlot = async ({ page }: HarnessPage) =>
  await page.locator(plot).evaluate((element) => {
    const { _fullData: traces, _fullLayout: layout } = element as unknown as Plot
    return {
      traces: traces.map(({ type, visible, x }) => ({ type, visible, points: x?.length })),
      width: layout.width,
      height: layout.height,
      background: layout.paper_bgcolor,
      letters: layout.font.color,
      range: layout.xaxis?.range,
    }
  })
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const bars = { data: [{ type: 'bar', x: ['A', 'B', 'C'], y: [1, 3, 2] }], layout: { title: { text: 'Sales' } } }

let harness: Harness
let show: HarnessPage
beforeAll(async () => {
  harness = await openHarness('chart', 'table')
  show = await harness.open()
})
afterEach(() => {
  if (show.troubles.length > 0) throw new Error(show.troubles.join('\n'))
})
afterAll(async () => await harness.close())

describe('a chart', () => {
  it.each(['dark', 'light'] as const)('fills its widget and takes the colours of the %s page', async (theme) => {
    await show.mount('chart', { ...bars, layout: { ...bars.layout, width: 3000, height: 10 } }, {}, { theme })
    await show.page.locator(`${plot} .bars path`).first().waitFor()
    const letters = theme === 'dark' ? '#d9dee5' : '#24292f'
    await expect
      .poll(() => readPlot(show))
      .toMatchObject({ width: 800, height: 500, background: 'rgba(0,0,0,0)', letters })
    const tools = await show.page.locator('.modebar-btn').evaluateAll((all) => all.map((tool) => tool.dataset['title']))
    expect(tools.filter((title) => title === undefined || /cloud|edit/i.test(title))).toEqual([])
    await show.picture(`chart-${theme}`)
  })

  it('keeps the zoom through new data, follows the widget’s size, and leaves nothing behind', async () => {
    await show.mount('chart', { data: [{ x: range(9), y: range(9) }] })
    await show.page.locator(`${plot} .scatterlayer .trace`).waitFor()
    const drag = await show.page.locator(`${plot} .nsewdrag`).boundingBox()
    const { x, y, width, height } = drag!
    await show.page.mouse.move(x + width * 0.25, y + height / 2)
    await show.page.mouse.down()
    await show.page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 })
    await show.page.mouse.up()
    await expect.poll(async () => (await readPlot(show)).range?.[1]).toBeLessThan(6)
    const zoomed = (await readPlot(show)).range
    await show.update({ data: [{ x: range(20), y: range(20) }] })
    await expect.poll(async () => (await readPlot(show)).traces).toMatchObject([{ points: 20 }])
    expect((await readPlot(show)).range).toEqual(zoomed)
    await show.page.evaluate(() => window.resizeRenderer(420, 310))
    await expect.poll(async () => await readPlot(show)).toMatchObject({ width: 420, height: 310 })
    await show.page.evaluate(() => window.destroyRenderer())
    expect(await show.page.locator('#widget').innerHTML()).toBe('')
  })

  it('says what is wrong with an answer, and where, and mends itself with the next one', async () => {
    await show.mount('chart', { results: { data: { y: [1] } } })
    await show.page.getByRole('note').getByText('a figure’s data').or(show.page.getByRole('note')).first().waitFor()
    await expect
      .poll(async () => (await show.calls()).report)
      .toMatchObject([{ severity: 'error', path: 'results.data' }])
    await show.update({ data: [] })
    await show.page.getByText('No data').waitFor()
    await show.update(bars)
    await show.page.locator(`${plot} .bars path`).first().waitFor()
    await expect.poll(() => show.page.getByRole('note').count()).toBe(0)
  })

  it('shows the rows of the raw view, and the chart again', async () => {
    await show.mount('chart', bars)
    await show.page.locator(plot).waitFor()
    await show.update([{ region: 'Northern', sales: 3 }], { raw: true })
    await show.page.getByText('Northern').waitFor()
    await expect.poll(() => show.page.locator(plot).count()).toBe(0)
    await show.update(bars, { raw: false })
    await show.page.locator(`${plot} .bars path`).first().waitFor()
    await expect.poll(() => show.page.getByText('Northern').count()).toBe(0)
  })

  it('says when the raw answer is no rows', async () => {
    await show.mount('chart', bars, {}, { raw: true })
    await show.page.locator('pre').waitFor()
    await expect
      .poll(async () => (await show.calls()).report)
      .toMatchObject([{ severity: 'warning', message: expect.stringContaining('raw=true') }])
  })

  it('draws every kind of trace, packed numbers and frames', async () => {
    const y = { dtype: 'f8', bdata: Buffer.from(Float64Array.from([1, 2, 4]).buffer).toString('base64') }
    await show.mount('chart', {
      data: [
        { y },
        {
          type: 'candlestick',
          x: [1, 2],
          open: [1, 2],
          high: [3, 4],
          low: [0, 1],
          close: [2, 3],
        },
        { type: 'pie', labels: ['A'], values: [1], domain: { x: [0.8, 1], y: [0.8, 1] } },
      ],
      frames: [{ name: 'one', data: [{ y: [3] }] }],
    })
    await show.page.locator(`${plot} .pielayer .slice`).first().waitFor({ state: 'attached' })
    await expect.poll(async () => (await readPlot(show)).traces.every(({ visible }) => visible)).toBe(true)
  })
})

describe('a chart of a million points', () => {
  it('stays usable as a line, and as points', { timeout: 120_000 }, async () => {
    await show.page.evaluate(async () => {
      const values = Array.from({ length: 1_000_000 }, (_, at) => Math.sin(at / 50_000) + Math.sin(at * 7) / 9)
      Object.assign(window, { values })
      await window.mountRenderer('chart', { data: [{ mode: 'lines', y: values }] })
    })
    await show.page.locator('.js-plotly-plot .scatterlayer .js-line').waitFor({ state: 'attached' })
    await show.page.evaluate(async () => {
      const { values } = window as unknown as { values: readonly number[] }
      await window.mountRenderer('chart', { data: [{ mode: 'markers', x: values, y: values }] })
    })
    const points = show.page.locator('.js-plotly-plot .scatterlayer .point, .js-plotly-plot .gl-canvas')
    await points.first().waitFor({ state: 'attached' })
    await expect.poll(() => show.page.getByRole('note').textContent()).toContain('of 1,000,000 points')
    await show.picture('chart-million')
  })
})

describe('a hostile figure', () => {
  const address = 'https://evil.test/x'

  it('asks no other machine and runs nothing', async () => {
    const script =
      '<img src=x onerror="window.hacked = 1"><script>window.hacked = 2</script><a href="javascript:window.hacked=3">x</a>'
    await show.mount('chart', {
      data: [
        { type: 'bar', x: [script], y: [1], name: script, text: [script], hovertemplate: script },
        { type: 'scattergeo', lat: [1], lon: [1] },
        { type: 'choropleth', geojson: address, locations: ['A'], z: [1], featureidkey: 'id' },
      ],
      layout: {
        title: { text: script },
        annotations: [{ text: `<a href="javascript:window.hacked=4">click</a>`, x: 0, y: 0 }],
        images: [{ source: `${address}.png`, x: 0, y: 1, sizex: 1, sizey: 1 }],
        __proto__: { polluted: true },
      },
      config: { plotlyServerURL: address, showSendToCloud: true, modeBarButtonsToAdd: ['sendDataToCloud'] },
    })
    await show.page.locator(`${plot} .bars path`).first().waitFor()
    await show.page.locator(`${plot} .nsewdrag`).first().hover({ force: true })
    expect(await show.page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await show.page.locator(`${plot} [*|href^="javascript"]`).count()).toBe(0)
    await expect
      .poll(async () => (await show.calls()).report.map(({ path }) => path))
      .toEqual(['layout.images[0].source', 'data[2].geojson'])
  })

  it.each([
    ['null traces', { data: [null, { type: 'bar', y: [1] }] }, 'data[0]'],
    ['layouts that are lists', { data: [{ type: 'bar', y: [1] }], layout: [] }, 'layout'],
    ['axes that are numbers', { data: [{ type: 'bar', y: [1] }], layout: { xaxis: 7 } }, 'layout.xaxis'],
    [
      'traces of unknown kinds',
      {
        data: [
          { type: 'crystal', y: [1] },
          { type: 'bar', y: [1] },
        ],
      },
      'data[0].type',
    ],
    ['values of no meaning', { data: [{ type: 'bar', y: [1], orientation: 'upside-down' }] }, 'data[0].orientation'],
  ])('draws despite %s', async (_, figure, path) => {
    await show.mount('chart', figure)
    await show.page.locator(`${plot} .bars path`).first().waitFor()
    await expect.poll(async () => (await show.calls()).report).toMatchObject([{ path }])
  })
})

describe.runIf(hasCapture)('the recorded charts', () => {
  const exchanges = hasCapture
    ? (JSON.parse(readShared('captures/reference-backend/exchanges.json')) as readonly Exchange[])
    : []
  const recorded = exchanges.filter(({ url, json }) => url.startsWith('/plotly') && typeof json === 'object')

  it.each(recorded.map(({ url, json }) => [url, json]))('%s is drawn', async (url, figure) => {
    for (const theme of ['dark', 'light'] as const) {
      await show.mount('chart', figure, {}, { theme })
      await show.page
        .locator(`${plot} .cartesianlayer .trace, ${plot} .heatmaplayer image`)
        .first()
        .waitFor({ state: 'attached' })
      await expect.poll(async () => (await readPlot(show)).traces.every(({ visible }) => visible)).toBe(true)
      expect((await show.calls()).report).toEqual([])
      await show.picture(`chart${url.replaceAll(/\W+/g, '-')}-${theme}`)
    }
  })
})
