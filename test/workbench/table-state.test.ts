import { isDeepStrictEqual } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { appsSchema } from 'deskwright/spec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameOf, openExport, openFrameDesk, readExport, type FrameDesk } from './frame-desk.ts'
import { readCells, readTitles } from './read-grid.ts'

let desk: FrameDesk
beforeAll(async () => {
  desk = await openFrameDesk()
})
afterAll(async () => await desk.close())

const movers = (page: Page) => frameOf(page, 'Movers')
const header = (page: Page, title: string): Locator => movers(page).getByRole('columnheader', { name: title })

/** What a person sees of the table: titles in order, first cells, and how wide the first column is. */
async function look(page: Page) {
  const { width = 0 } = (await header(page, 'Symbol').boundingBox()) ?? {}
  return {
    titles: await readTitles(movers(page)),
    cells: await readCells(movers(page)),
    width: Math.round(width),
  }
}

/** The same, once the table has its widths and does not move any more. */
async function lookAtRest(page: Page) {
  let last = await look(page)
  const isAtRest = async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const before = last
    last = await look(page)
    return isDeepStrictEqual(before, last)
  }
  await expect.poll(isAtRest).toBe(true)
  return last
}

async function openDesk(): Promise<Page> {
  const page = await desk.open()
  await movers(page).getByText('MSFT').waitFor()
  return page
}

async function openColumns(page: Page): Promise<Locator> {
  await movers(page).getByRole('button', { name: 'Movers: more' }).click()
  await page.getByRole('menuitem', { name: 'Columns' }).click()
  return page.getByRole('dialog', { name: 'Columns' })
}

describe('what was arranged in a table', () => {
  it('is kept over a reload, exported as Workspace does, and the same screen for whoever opens the export', async () => {
    const page = await openDesk()
    await header(page, 'Move').click()
    await header(page, 'Move').click()
    const panel = await openColumns(page)
    await panel.getByRole('checkbox', { name: 'Volume' }).uncheck()
    await panel.getByRole('combobox', { name: 'Move: side' }).selectOption('left')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    const { width } = await lookAtRest(page)
    const edge = (await header(page, 'Symbol').locator('.ag-header-cell-resize').boundingBox())!
    await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
    await page.mouse.down()
    await page.mouse.move(edge.x + 61, edge.y + edge.height / 2, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await look(page)).width).toBeGreaterThan(width + 50)

    const seen = await lookAtRest(page)
    expect(seen).toMatchObject({
      titles: ['Move', 'Symbol'],
      cells: [
        ['2', 'MSFT'],
        ['1', 'IBM'],
        ['0', 'AAPL'],
      ],
    })
    await page.reload()
    await movers(page).getByText('MSFT').waitFor()
    await expect.poll(() => look(page)).toEqual(seen)

    const exported = await readExport(page)
    expect(appsSchema.safeParse(exported).error?.issues ?? []).toEqual([])
    const [app] = exported as { tabs: { main: { layout: { i: string; state?: unknown }[] } } }[]
    expect(app?.tabs.main.layout.find(({ i }) => i === 'movers')?.state).toEqual({
      columnState: {
        default: {
          sort: { sortModel: [{ colId: 'move', sort: 'desc' }] },
          columnPinning: { leftColIds: ['move'], rightColIds: [] },
          columnOrder: { orderedColIds: ['symbol', 'move', 'volume'] },
          columnVisibility: { hiddenColIds: ['volume'] },
          columnSizing: { columnSizingModel: [{ colId: 'symbol', width: seen.width }] },
        },
      },
    })
    const other = await openDesk()
    await openExport(other, exported)
    await expect.poll(() => look(other)).toEqual(seen)
  })

  it('is no change of the desk: it is not taken back, and new layouts of the app still come', async () => {
    const page = await openDesk()
    await header(page, 'Move').click()
    await header(page, 'Move').click()
    await expect.poll(() => readCells(movers(page)).then(([first]) => first?.[0])).toBe('MSFT')
    expect(await page.getByRole('button', { name: /^Take back/ }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Facts: move or resize' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+z')
    await page.reload()
    await movers(page).getByText('MSFT').waitFor()
    await expect.poll(() => readCells(movers(page)).then(([first]) => first?.[0])).toBe('MSFT')
  })

  it('can be put back as it is defined', async () => {
    const page = await openDesk()
    const before = await lookAtRest(page)
    const panel = await openColumns(page)
    await panel.getByRole('checkbox', { name: 'Symbol' }).uncheck()
    await expect.poll(() => readTitles(movers(page))).toEqual(['Move', 'Volume'])
    await panel.getByRole('button', { name: 'As defined' }).click()
    await expect.poll(() => look(page)).toEqual(before)
    await page.keyboard.press('Escape')
    expect(JSON.stringify(await readExport(page))).not.toContain('columnState')
  })
})

describe('a filter', () => {
  it('is kept over a reload and exported', async () => {
    const page = await openDesk()
    await header(page, 'Symbol').hover()
    await header(page, 'Symbol').locator('.ag-header-cell-filter-button').click()
    await page.getByRole('searchbox', { name: 'Filter value' }).fill('ms')
    await expect.poll(() => readCells(movers(page))).toHaveLength(1)
    await page.reload()
    await movers(page).getByText('MSFT').waitFor()
    await expect.poll(() => readCells(movers(page))).toHaveLength(1)
    await page.keyboard.press('Escape')
    expect(JSON.stringify(await readExport(page))).toContain(
      '"filterModel":{"symbol":{"filterType":"text","type":"contains","filter":"ms"}}',
    )
  })
})

describe('the chart of a table', () => {
  it('is there again, of the type that was chosen', async () => {
    const page = await openDesk()
    await movers(page).getByRole('button', { name: 'Chart', exact: true }).click()
    await movers(page).getByRole('combobox', { name: 'Chart type' }).selectOption('pie')
    await page.reload()
    await movers(page).locator('.js-plotly-plot .pielayer').first().waitFor()
    await expect.poll(() => movers(page).getByRole('combobox', { name: 'Chart type' }).inputValue()).toBe('pie')
    expect(JSON.stringify(await readExport(page))).toContain('"chartView":{"enabled":true,"chartType":"pie"}')
  })
})
