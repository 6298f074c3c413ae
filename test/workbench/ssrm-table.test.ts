import { afterAll, beforeAll, expect, it } from 'vitest'
import { ssrmRequestSchema } from 'deskwright/spec'
import { serve, type RunningServer } from 'deskwright/node'
import markets from '../../examples/markets/backend.ts'
import type { HarnessWidget } from '../../packages/workbench/src/harness.ts'
import { openHarness, type Harness, type HarnessPage } from './harness.ts'
import { readCells, readTitles } from './read-grid.ts'

let harness: Harness
let server: RunningServer
let widget: HarnessWidget
beforeAll(async () => {
  ;[harness, server] = await Promise.all([openHarness('ssrm-table'), serve(markets, { port: 0, origins: '*' })])
  const documents = (await (await fetch(`${server.url}/widgets.json`)).json()) as Record<string, HarnessWidget>
  widget = documents['allFlights']!
})
afterAll(async () => {
  await harness.close()
  await server.close(0)
})

/** Shows all three million flights, and keeps what the grid asks. */
async function showFlights(): Promise<HarnessPage & { readonly asked: unknown[] }> {
  const shown = await harness.open()
  const asked: unknown[] = []
  shown.page.on('request', (request) => void (request.method() === 'POST' && asked.push(request.postDataJSON())))
  await shown.mount('ssrm_table', undefined, widget, { base: server.url, width: 900, height: 420 })
  await shown.page.locator('.ag-cell').first().waitFor()
  return { ...shown, asked }
}

/** What has at least these; pages are asked for beside it, so it need not be the last. */
const like = (part: Readonly<Record<string, unknown>>) => expect.objectContaining(part) as object

it('asks for one page of three million rows, and jumps to row 2,500,000', async () => {
  const { page, asked, picture, troubles, calls } = await showFlights()
  await expect.poll(() => asked).toEqual([{ startRow: 0, endRow: 500 }])
  await expect.poll(() => readTitles(page)).toEqual(['Departure', 'From', 'To', 'Miles', 'Delay'])
  await expect.poll(async () => (await readCells(page)).length).toBeGreaterThan(10)
  await expect.poll(() => page.locator('.grid-count').textContent()).toBe('3,000,000 rows')
  await picture('ssrm-dark')
  await page.getByLabel('Go to row').fill('2500000')
  await page.getByLabel('Go to row').press('Enter')
  const origin = page.locator('.ag-row[row-index="2499999"] .ag-cell[col-id="origin"]')
  await expect.poll(() => origin.textContent()).toMatch(/^[A-Z]{3}$/)
  expect(asked).toContainEqual(expect.objectContaining({ startRow: 2_499_500, endRow: 2_500_000 }))
  expect(asked.length).toBeLessThanOrEqual(4)
  for (const body of asked) expect(ssrmRequestSchema.safeParse(body).success).toBe(true)
  expect((await calls()).report).toEqual([])
  expect(troubles).toEqual([])
  await page.close()
})

it('sorts and filters on the server', async () => {
  const { page, asked } = await showFlights()
  await page.locator('.ag-header-cell[col-id="delay"] .ag-header-cell-label').click()
  const sortModel = [like({ colId: 'delay', sort: 'asc' })]
  await expect.poll(() => asked).toContainEqual(like({ startRow: 0, sortModel }))
  await page.locator('.ag-header-cell[col-id="origin"]').hover()
  await page.locator('.ag-header-cell[col-id="origin"] .ag-header-cell-filter-button').click()
  await page.getByLabel('Condition').selectOption('equals')
  await page.getByLabel('Filter value').fill('ABQ')
  const equals = like({ filterType: 'text', type: 'equals', filter: 'ABQ' })
  await expect.poll(() => asked).toContainEqual(like({ filterModel: { origin: equals } }))
  await expect.poll(async () => (await readCells(page))[0]?.[1]).toBe('ABQ')
  await page.getByLabel('Condition').selectOption('set')
  await page.getByRole('group', { name: 'Values' }).getByLabel('ATL').waitFor()
  await expect.poll(() => asked).toContainEqual(like({ rowGroupCols: [like({ field: 'origin' })], groupKeys: [] }))
  await page.getByLabel('Filter value').fill('AT')
  await page.getByRole('group', { name: 'Values' }).getByLabel('ATL').uncheck()
  const others = like({ filterType: 'set', values: expect.not.arrayContaining(['ATL']) })
  await expect.poll(() => asked).toContainEqual(like({ filterModel: { origin: others } }))
  await page.close()
})

it('opens groups one by one, with a way back', async () => {
  const { page, asked, picture, troubles } = await showFlights()
  await page.getByLabel('Group by').selectOption('origin')
  const level = (groupKeys: readonly unknown[]) =>
    like({ rowGroupCols: [like({ id: 'origin', field: 'origin' })], groupKeys })
  await expect.poll(() => asked).toContainEqual(level([]))
  await expect.poll(async () => (await readTitles(page))[0]).toBe('From')
  await picture('ssrm-groups-dark')
  const group = page.locator('.ag-cell.grid-click').first()
  await expect.poll(() => group.textContent()).not.toBe('') // its rows come after its columns
  const key = await group.textContent()
  await group.click()
  await expect.poll(() => asked).toContainEqual(level([key]))
  await expect.poll(async () => (await readTitles(page)).length).toBe(5)
  await expect.poll(async () => (await readCells(page))[0]?.[1]).toBe(key)
  await page.getByRole('button', { name: 'All' }).click()
  await expect.poll(async () => (await readTitles(page))[0]).toBe('From')
  expect(troubles).toEqual([])
  await page.close()
})

it('says what the server says when it refuses, and tries again when asked', async () => {
  const shown = await harness.open()
  const { page } = shown
  const answers = [
    { status: 200, json: { error: 'warehouse asleep' } },
    { status: 200, json: { rowData: [{ a: 1 }], rowCount: -1 } },
  ]
  await page.route('**/sleepy**', (route) => route.fulfill(answers.shift()))
  await shown.mount('ssrm_table', undefined, { endpoint: 'sleepy' })
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('warehouse asleep')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(async () => await readCells(page)).toEqual([['1']])
  await page.getByRole('alert').waitFor({ state: 'hidden' })
  await expect.poll(async () => (await shown.calls()).report).toHaveLength(1)
  await page.close()
})
