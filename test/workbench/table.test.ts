import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartTypes, readWidgets } from 'deskwright/spec'
import { testBackend } from 'deskwright/testing'
import markets from '../../examples/markets/backend.ts'
import { hasCapture, readCaptured } from './captured.ts'
import type { HarnessWidget } from '../../packages/workbench/src/harness.ts'
import { root } from '../house/root.ts'
import { waitForFocus } from './focus.ts'
import { openHarness, type Harness } from './harness.ts'
import { readCells, readTitles } from './read-grid.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness('table', 'chart')
})
afterAll(async () => await harness.close())

describe.runIf(hasCapture)('tables of the reference backend', () => {
  const widgets = (hasCapture && readWidgets(readCaptured('/widgets.json')).document) || {}
  const ids = Object.keys(widgets).filter(
    (id) => widgets[id]?.type === 'table' && id !== 'table_widget_from_api_endpoint',
  )

  it.each(ids)('shows %s in both themes', async (id) => {
    const shown = await harness.open()
    await shown.mount('table', readCaptured(`/${id}`), widgets[id] as HarnessWidget, { width: 620, height: 320 })
    await shown.page.locator('.ag-row:visible, .js-plotly-plot .main-svg:visible').first().waitFor()
    await shown.picture(`table-${id}-dark`)
    await shown.update(readCaptured(`/${id}`), { theme: 'light' })
    await shown.picture(`table-${id}-light`)
    expect((await shown.calls()).report).toEqual([])
    expect(shown.troubles).toEqual([])
    await shown.page.close()
  })

  it('names and orders columns by their definitions', async () => {
    const shown = await harness.open()
    const id = 'table_widget_with_column_definitions'
    await shown.mount('table', readCaptured(`/${id}`), widgets[id] as HarnessWidget)
    await expect.poll(() => readTitles(shown.page)).toEqual(['Asset', 'TVL (USD)', '24h Change'])
    await expect.poll(async () => (await readCells(shown.page))[0]).toEqual(['Ethereum', '45,000,000,000', '2.5%'])
  })
})

describe('tables of the markets example', () => {
  const desk = testBackend(markets)

  it.each(['performance', 'routes'] as const)('shows %s in both themes', async (id) => {
    const shown = await harness.open()
    const widgets = JSON.parse(await (await markets.fetch(new Request('http://desk/widgets.json'))).text()) as Record<
      string,
      HarnessWidget
    >
    const rows: unknown = await desk.get(id)
    await shown.mount('table', rows, widgets[id], { width: 700, height: 260 })
    await shown.page.locator('.ag-row').first().waitFor()
    await shown.picture(`markets-${id}-dark`)
    await shown.update(rows, { theme: 'light' })
    await shown.picture(`markets-${id}-light`)
    await shown.page.locator('.grid-click').first().click()
    await expect.poll(async () => (await shown.calls()).setValues).toHaveLength(1)
    expect((await shown.calls()).report).toEqual([])
    expect(shown.troubles).toEqual([])
    await shown.page.close()
  })
})

describe('a table', () => {
  const rows = [
    {
      sym: 'aapl inc',
      px: 190.123456,
      chg: -1.5,
      trend: [1, 3, 2, 5],
      who: { value: 'Apple', since: 1976 },
      up: true,
      id: 7,
    },
    {
      sym: 'msft corp',
      px: 0.00012,
      chg: 2,
      trend: [5, 4, 4, 1],
      who: { value: 'Microsoft', since: 1975 },
      up: false,
      id: 8,
    },
    { sym: null, px: null, chg: 0, trend: [], who: null, up: null, id: 9 },
  ]
  const columnsDefs = [
    {
      field: 'sym',
      headerName: 'Symbol',
      headerTooltip: 'What it is called',
      pinned: 'left',
      width: 110,
      renderFn: ['titleCase', 'cellOnClick'],
      renderFnParams: { actionType: 'groupBy', groupBy: { paramName: 'symbol', valueField: 'id' } },
    },
    { field: 'px', headerName: 'Price', prefix: '$', sort: 'desc' },
    { field: 'chg', headerName: 'Change', formatterFn: 'percent', decimalPlaces: 1, renderFn: 'greenRed' },
    {
      field: 'trend',
      headerName: 'Trend',
      width: 120,
      sparkline: { type: 'area', options: { pointsOfInterest: { maximum: { fill: 'red', size: 5 } } } },
    },
    {
      field: 'who',
      headerName: 'Who',
      renderFn: 'hoverCard',
      renderFnParams: { hoverCard: { title: 'Company', markdown: '**{value}**, since {since}' } },
    },
    { field: 'up', headerName: 'Up', align: 'center' },
    { field: 'id', headerName: 'Id', hide: true },
  ] as const
  const widget: HarnessWidget = { data: { table: { columnsDefs } } }

  it('formats, sorts, pins, hides, and draws small charts', async () => {
    const { page, mount, update, picture, troubles, calls } = await harness.open()
    await mount('table', rows, widget, { width: 640, height: 200 })
    await expect.poll(() => readTitles(page)).toEqual(['Symbol', 'Price', 'Change', 'Trend', 'Who', 'Up'])
    await expect
      .poll(() => readCells(page))
      .toEqual([
        ['Aapl Inc', '$190.1235', '-1.5%', '', 'Apple', '✓'],
        ['Msft Corp', '$0.00012', '2.0%', '', 'Microsoft', '✗'],
        ['', '', '0.0%', '', '', ''],
      ])
    await expect.poll(() => page.locator('.ag-cell-last-left-pinned').count()).toBe(3)
    const lines = page.locator('svg.sparkline[aria-label="area of 4 values, from 1 to 5"] path')
    await expect.poll(() => lines.count()).toBe(3)
    await picture('table-all-dark')
    await update(rows, { theme: 'light' })
    await picture('table-all-light')
    expect((await calls()).report).toEqual([])
    expect(troubles).toEqual([])
    await page.close()
  })

  it('shows a card over cells that have one', async () => {
    const { page, mount, picture } = await harness.open()
    await mount('table', rows, widget, { width: 640, height: 260 })
    await page.locator('[col-id="who"].ag-cell').first().hover()
    const card = page.locator('.grid-hover-card')
    await card.waitFor()
    await expect.poll(() => card.innerText()).toMatch(/Company\s+Apple, since 1976/)
    await expect.poll(() => card.locator('strong').allTextContents()).toEqual(['Company', 'Apple'])
    await picture('table-card')
    await page.close()
  })

  it('sets params by clicks and by keys', async () => {
    const { page, mount, calls } = await harness.open()
    await mount('table', rows, widget)
    await page.getByText('Aapl Inc').click()
    await expect.poll(async () => (await calls()).setValues).toEqual([{ symbol: 7 }])
    await page.keyboard.press('ArrowDown')
    await waitForFocus(page.locator('[row-index="1"] [col-id="sym"]'))
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await calls()).setValues).toEqual([{ symbol: 7 }, { symbol: 8 }])
    await page.close()
  })

  it('keeps what the user sorted when newer rows come', async () => {
    const { page, mount, update } = await harness.open()
    await mount('table', rows, widget)
    await page.locator('.ag-header-cell[col-id="chg"] .ag-header-cell-label').click()
    const symbols = async () => (await readCells(page)).map(([symbol]) => symbol)
    await expect.poll(symbols).toEqual(['Aapl Inc', '', 'Msft Corp'])
    await update([...rows, { sym: 'tsla', px: 1, chg: -9 }])
    await expect.poll(symbols).toEqual(['Tsla', 'Aapl Inc', '', 'Msft Corp'])
    await page.close()
  })

  it('filters texts by condition and by value, numbers and dates by their own filters', async () => {
    const { page, mount } = await harness.open()
    const dated = rows.map((row, index) => ({ ...row, day: `2026-01-0${index + 1}` }))
    await mount('table', dated)
    const open = async (column: string) => {
      await page.locator(`.ag-header-cell[col-id="${column}"]`).hover()
      await page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-filter-button`).click()
    }
    const ids = async () => (await readCells(page)).map((cells) => cells[6])
    await open('sym')
    await page.getByLabel('Filter value').fill('APPL')
    await page.getByLabel('Filter value').fill('AAPL')
    await expect.poll(ids).toEqual(['7'])
    await page.getByLabel('Condition').selectOption('set')
    await page.getByRole('group', { name: 'Values' }).getByLabel('(blank)').uncheck()
    await expect.poll(ids).toEqual(['7', '8'])
    await page.keyboard.press('Escape')
    await open('day')
    await page.locator('.ag-filter input[type="date"]').first().fill('2026-01-02')
    await expect.poll(ids).toEqual(['8'])
    await page.close()
  })

  it('lies on its side when transposed', async () => {
    const { page, mount, picture, calls } = await harness.open()
    await mount('table', rows, { data: { table: { columnsDefs, transpose: true } } }, { width: 520, height: 220 })
    await expect.poll(() => readTitles(page)).toEqual(['Symbol', 'Aapl Inc', 'Msft Corp', ''])
    await expect
      .poll(async () => (await readCells(page)).slice(0, 2))
      .toEqual([
        ['Price', '$190.1235', '$0.00012', ''],
        ['Change', '-1.5%', '2.0%', '0.0%'],
      ])
    await picture('table-transposed')
    expect((await calls()).report).toEqual([])
    await page.close()
  })

  it('writes what it shows as CSV', async () => {
    const { page, mount } = await harness.open()
    await mount('table', rows, widget)
    const csv = await page.evaluate(() => window.mountedRenderer?.toCsv?.())
    expect(csv?.split(/\r?\n/).slice(0, 2)).toEqual([
      '"Symbol","Price","Change","Trend","Who","Up"',
      '"aapl inc","190.123456","-1.5","[1,3,2,5]","Apple","true"',
    ])
    await page.close()
  })

  it('says when there is nothing, and when the answer is no table', async () => {
    const { page, mount, calls } = await harness.open()
    await mount('table', [])
    await page.getByText('No rows').waitFor()
    await mount('table', 'oops', widget)
    await expect
      .poll(async () => (await calls()).report)
      .toMatchObject([{ severity: 'error', message: 'The answer is a string, not rows' }])
    await mount('table', [{ Sym: 1 }], { data: { table: { columnsDefs: [{ field: 'sym', headerName: 'S' }] } } })
    await expect
      .poll(async () => (await calls()).report)
      .toMatchObject([{ severity: 'warning', hint: 'The rows have "Sym".' }])
    await page.close()
  })
})

describe('a table as a chart', () => {
  const rows = ['North', 'South', 'East', 'West'].map((region, index) => ({
    region,
    first: 4 + index,
    second: 9 - index * 2,
  }))

  it('draws every type', async () => {
    const { page, mount, picture, troubles, calls } = await harness.open()
    await mount(
      'table',
      rows,
      { data: { table: { chartView: { enabled: true, chartType: 'column' } } } },
      { width: 520, height: 320 },
    )
    const plot = page.locator('.js-plotly-plot .main-svg').first()
    await plot.waitFor()
    for (const type of chartTypes) {
      const drawn = page.evaluate(
        async () =>
          await new Promise((resolve) =>
            document.querySelector<any>('.js-plotly-plot').once('plotly_afterplot', resolve),
          ),
      )
      await page.getByLabel('Chart type').selectOption(type === 'column' ? 'line' : type)
      await drawn
      await picture(`chart-view-${type}`)
      expect(await page.locator('.js-plotly-plot').innerHTML()).not.toContain('NaN')
    }
    expect((await calls()).report).toEqual([])
    expect(troubles).toEqual([])
    await page.getByRole('button', { name: 'Table' }).click()
    await expect.poll(() => readTitles(page)).toEqual(['Region', 'First', 'Second'])
    await page.close()
  }, 180_000)
})

describe('hostile tables', () => {
  const script = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
  it('show markup as the letters it is, and cards without what could run', async () => {
    const { page, mount, troubles } = await harness.open()
    const columnsDefs = [
      { field: 'a', headerName: script, headerTooltip: script },
      {
        field: 'b',
        headerName: 'B',
        prefix: script,
        renderFn: 'hoverCard',
        renderFnParams: { hoverCard: { title: script, markdown: '{html} [go](javascript:window.hurt=1)' } },
      },
      {
        field: 'c',
        headerName: 'C',
        sparkline: {
          type: 'line',
          options: { stroke: 'url(https://evil.example/x)', customFormatter: '() => { window.hurt = 1 }' },
        },
      },
      {
        field: 'd',
        headerName: 'D',
        renderFn: 'columnColor',
        renderFnParams: {
          colorRules: [{ condition: 'ne', value: 'x', color: '#F00;background:url(https://evil.example/y)' }],
        },
      },
    ] as const
    const rows = [
      { a: script, b: { value: script, html: script }, c: [1, 2], d: script, __proto__: null, [script]: script },
    ]
    await mount('table', rows, { data: { table: { showAll: true, columnsDefs: columnsDefs } } })
    await page.locator('[col-id="b"].ag-cell').hover()
    await page.locator('.grid-hover-card').waitFor()
    expect(await page.locator('.grid-hover-card img').getAttribute('onerror')).toBeNull()
    expect(await page.locator('#widget script, [href^="javascript"], [onerror]').count()).toBe(0)
    expect(await page.locator('#widget img').count()).toBeLessThanOrEqual(1)
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(troubles.filter((trouble) => trouble.includes('evil'))).toEqual([])
    await page.close()
  })

  it('stay interactive with 100,000 rows of 50 columns', async () => {
    const { page, mount } = await harness.open()
    await mount('table', [])
    await page.evaluate(async () => {
      const toRow = (row: number) =>
        Array.from({ length: 50 }, (_, column) => [`c${column}`, (row * 7919 + column * 104_729) % 100_003] as const)
      const rows = Array.from({ length: 100_000 }, (_, row) => Object.fromEntries(toRow(row)))
      await window.mountRenderer('table', rows, {}, { width: 1200, height: 700 })
    })
    const first = page.locator('.ag-row[row-index="0"] .ag-cell[col-id="c1"]')
    await expect.poll(() => first.textContent()).toBe('4,726')
    await page
      .locator('.ag-grid-viewport')
      .first()
      .evaluate((view) => view.scrollTo({ top: 1_200_000 }))
    await first.waitFor({ state: 'detached' })
    await page.locator('[col-id="c1"] .ag-header-cell-label').click()
    await page
      .locator('.ag-grid-viewport')
      .first()
      .evaluate((view) => view.scrollTo({ top: 0 }))
    await expect.poll(() => first.textContent()).toBe('0')
    await page.close()
  })
})

it('has no serious obstacle for anyone', async () => {
  const { page, mount } = await harness.open()
  await mount('table', [{ name: 'A', value: 1 }], { data: { table: { enableCharts: true } } })
  await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') })
  for (const theme of ['dark', 'light'] as const) {
    await mount('table', [{ name: 'A', value: 1 }], { data: { table: { enableCharts: true } } }, { theme })
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(selector: string): Promise<AxeResults> } }
      return (await axe.run('#widget')).violations
    })
    const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await page.close()
})
