import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openHarness, type Harness, type HarnessPage } from './harness.ts'

const userOptions = {
  chart: { type: 'column', width: 5000 },
  title: { text: 'Flows of the week' },
  xAxis: { categories: ['Mon', 'Tue'] },
  series: [{ name: 'Rates', data: [1, 2] }],
}

/** Stands for the proprietary library: keeps what it is asked to draw. */
const pretended = `window.Highcharts = {
  asked: [], destroyed: 0, sizes: [], AST: { allowedTags: ['b', 'img'] },
  setOptions(options) { this.theme = options },
  ...Object.fromEntries(['chart', 'stockChart', 'mapChart', 'ganttChart'].map((name) => [name, (element, options) => {
    Highcharts.asked.push({ name, options })
    element.textContent = options.title.text
    options.title.text = 'changed by the library'
    return { setSize: (...size) => Highcharts.sizes.push(size), destroy: () => Highcharts.destroyed++ }
  }])),
}`

interface Pretended {
  readonly asked: readonly { readonly name: string; readonly options: Readonly<Record<string, unknown>> }[]
  readonly destroyed: number
  readonly sizes: readonly unknown[]
  readonly theme: { readonly colors: readonly string[] }
  readonly AST: { readonly allowedTags: readonly string[] }
}

let harness: Harness
let show: HarnessPage
const pages: HarnessPage[] = []

/** Opens a page whose server has these files of the library. */
async function openWith(
  read: (path: string) => string | undefined | Promise<string | undefined>,
): Promise<HarnessPage> {
  const opened = await harness.open()
  await opened.page.route('**/vendor/**', async (route) => {
    const body = await read(new URL(route.request().url()).pathname.split('/vendor/')[1]!)
    await route.fulfill(body === undefined ? { status: 404 } : { body, contentType: 'text/javascript' })
  })
  pages.push(opened)
  return opened
}

beforeAll(async () => {
  harness = await openHarness('chart', 'chart-highcharts')
})
afterEach(() => {
  // The browser itself writes about answers of 400 and more.
  const troubles = pages.flatMap((page) => page.troubles).filter((trouble) => !trouble.startsWith('Failed to load'))
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
})
afterAll(async () => await harness.close())

describe('without Highcharts', () => {
  beforeAll(async () => {
    show = await openWith(() => undefined)
  })

  it.each(['dark', 'light'] as const)('shows the options as a tree in %s, and how to see the chart', async (theme) => {
    await show.mount('chart-highcharts', { userOptions }, {}, { theme })
    await show.page.getByRole('note').getByText('npm install highcharts').waitFor()
    await show.page.getByText('title: {1}').click()
    await expect
      .poll(() => show.page.locator('details details code').allTextContents())
      .toContain('"Flows of the week"')
    await show.picture(`highcharts-tree-${theme}`)
  })

  it('says what is no envelope, and mends itself with the next answer', async () => {
    await show.mount('chart-highcharts', userOptions)
    await show.page.getByText('bare options').waitFor()
    await expect.poll(async () => (await show.calls()).report).toMatchObject([{ severity: 'error' }])
    await show.update({ userOptions })
    await show.page.getByText('npm install highcharts').waitFor()
  })

  it('shows hostile options as words', async () => {
    await show.mount('chart-highcharts', {
      userOptions: {
        title: '<img src=x onerror="window.hacked=1">',
        series: Array.from({ length: 5000 }, () => ({ data: [1] })),
      },
    })
    await show.page.getByText('<img src=x').waitFor()
    await show.page.getByText('series: [5000]').click()
    await show.page.getByText('… and 4800 more').waitFor()
    expect(await show.page.evaluate(() => 'hacked' in window)).toBe(false)
  })
})

describe('with Highcharts', () => {
  const asked: string[] = []
  const readState = async () =>
    await show.page.evaluate(() => {
      const { asked, destroyed, sizes, theme, AST } = (window as unknown as { Highcharts: Pretended }).Highcharts
      return { asked, destroyed, sizes, colors: theme.colors.length, tags: AST.allowedTags }
    })

  beforeAll(async () => {
    show = await openWith((path) => {
      asked.push(path)
      return path === 'highcharts.js' ? pretended : path === 'highcharts-more.js' ? undefined : ''
    })
  })

  it.each(['chart', 'stockChart', 'mapChart', 'ganttChart'])('draws by %s', async (constructorType) => {
    await show.mount('chart-highcharts', { userOptions, constructorType })
    await show.page.locator('#widget').getByText('Flows of the week').waitFor()
    const { asked: drawn, colors, tags } = await readState()
    expect(drawn.at(-1)).toMatchObject({
      name: constructorType,
      options: { chart: { type: 'column', width: 800, height: 500 } },
    })
    expect({ colors, tags }).toEqual({ colors: 8, tags: ['b'] })
  })

  it('loads what a constructor needs, once: it looks whether a file is there, and runs it', () => {
    for (const path of ['highcharts.js', 'highcharts/modules/stock.js', 'highcharts/modules/gantt.js']) {
      expect(asked.filter((each) => each === path)).toHaveLength(2)
    }
  })

  it('runs no function of an answer, follows sizes, and lets go of every chart', async () => {
    await show.mount('chart-highcharts', {
      userOptions: { ...userOptions, tooltip: { formatter: 'function () { window.hacked = 1 }' } },
    })
    await show.page.locator('#widget').getByText('Flows of the week').waitFor()
    await expect
      .poll(async () => (await show.calls()).report)
      .toMatchObject([{ path: 'userOptions.tooltip.formatter' }])
    await show.page.evaluate(() => window.resizeRenderer(300, 200))
    await show.page.evaluate(() => window.destroyRenderer())
    const { asked: drawn, destroyed, sizes } = await readState()
    expect([drawn.at(-1)?.options['tooltip'], destroyed, sizes]).toEqual([{}, drawn.length, [[300, 200, false]]])
  })
})

const folder = process.env['HIGHCHARTS_FOLDER']
if (folder === undefined)
  process.stderr.write('HIGHCHARTS_FOLDER names no copy of Highcharts: it is not tested itself.\n')

describe.runIf(folder !== undefined)('with the real Highcharts', () => {
  beforeAll(async () => {
    show = await openWith(
      async (path) => await readFile(join(folder!, path.replace(/^highcharts\//, '')), 'utf8').catch(() => undefined),
    )
  })

  const days = Array.from({ length: 200 }, (_, day) => [Date.UTC(2026, 0, 1 + day), 100 + 9 * Math.sin(day / 9)])
  const gantt = {
    title: { text: 'Plan' },
    series: [{ data: [{ name: 'A', start: Date.UTC(2026, 0, 1), end: Date.UTC(2026, 0, 9) }] }],
  }
  it.each([
    ['chart', userOptions],
    ['stockChart', { title: { text: 'Price' }, series: [{ data: days }] }],
    ['ganttChart', gantt],
    ['mapChart', { title: { text: 'Map' }, series: [{ type: 'map', mapData: [], data: [] }] }],
    [
      'chart',
      {
        title: { text: '<img src="https://evil.test/x.png"><script>window.hacked=1</script>Tree', useHTML: true },
        series: [
          {
            type: 'sunburst',
            data: [
              { id: 'a', name: '<a href="javascript:window.hacked=2">A</a>' },
              { parent: 'a', value: 3 },
            ],
          },
        ],
      },
    ],
  ])('draws by %s', async (constructorType, options) => {
    for (const theme of ['dark', 'light'] as const) {
      await show.mount('chart-highcharts', { userOptions: options, constructorType }, {}, { theme })
      await show.page.locator('#widget .highcharts-root').first().waitFor()
      await show.picture(
        `highcharts-${constructorType}-${options.title.text.slice(0, 4).replaceAll(/\W/g, '')}-${theme}`,
      )
    }
    expect(await show.page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await show.page.locator('#widget [href^="javascript"]').count()).toBe(0)
  })
})
