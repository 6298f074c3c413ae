import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setInterval } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import type { HarnessWidget } from '../../packages/workbench/src/harness.ts'
import { acceptSocket, type AcceptedSocket } from './accept-socket.ts'
import { openHarness, type Harness, type HarnessPage } from './harness.ts'
import { readCells } from './read-grid.ts'

let harness: Harness
let server: WebSocketServer
let base: string
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  harness = await openHarness('live-grid')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await harness.close()
  for (const client of server.clients) client.terminate()
  server.close()
})

const flash = { renderFn: 'showCellChange' } as const
const widget: HarnessWidget = {
  wsEndpoint: 'prices',
  data: {
    wsRowIdColumn: 'symbol',
    table: {
      columnsDefs: [
        { field: 'symbol', headerName: 'Symbol', pinned: 'left', enableCellChangeWs: false },
        { field: 'price', headerName: 'Price', decimalPlaces: 2, ...flash },
        { field: 'change', headerName: 'Change', formatterFn: 'percent', renderFn: ['greenRed', 'showCellChange'] },
        {
          field: 'size',
          headerName: 'Size',
          formatterFn: 'int',
          ...flash,
          renderFnParams: { colorValueKey: 'change' },
        },
      ],
    },
  },
}

function toRows(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    symbol: `S${String(index).padStart(3, '0')}`,
    price: 100 + index,
    change: 0.5,
    size: 1000,
  }))
}

/** Keeps which cells flash, by row and column: a flash is over before one may look. */
async function keepFlashes(page: Page): Promise<() => Promise<readonly string[]>> {
  const flashes = await page.locator('.ag-root').evaluateHandle((grid) => {
    const seen = new Set<string>()
    new MutationObserver((records) => {
      for (const { target } of records) {
        const cell = target as Element
        if (!cell.matches('.ag-cell-data-changed')) continue
        seen.add(`${cell.closest('.ag-row')?.getAttribute('row-index')} ${cell.getAttribute('col-id')}`)
      }
    }).observe(grid, { subtree: true, attributeFilter: ['class'] })
    return seen
  })
  return () => flashes.evaluate((seen) => [...seen].sort())
}

/** Mounts a live grid, and answers with its socket and what it sent first. */
async function showLive(rows: readonly object[]): Promise<HarnessPage & AcceptedSocket> {
  const shown = await harness.open()
  const accepted = acceptSocket(server)
  await shown.mount('live_grid', rows, widget, { base, width: 560, height: 320, values: { symbol: ['S000', 'S001'] } })
  return { ...shown, ...(await accepted) }
}

it('subscribes with its params, shows updates and flashes what changed', async () => {
  const { page, socket, first, picture, update, calls, troubles } = await showLive(toRows(8))
  expect(first).toEqual({ type: 'params', params: { symbol: ['S000', 'S001'] } })
  await expect.poll(async () => await page.getByRole('status').textContent()).toBe('Live')
  const readFlashes = await keepFlashes(page)
  socket.send(
    JSON.stringify([
      { symbol: 'S000', price: 101.5, change: -2 },
      { symbol: 'S001', size: 2000 },
    ]),
  )
  await expect.poll(readFlashes).toEqual(['0 change', '0 price', '1 size'])
  await picture('live-dark')
  await expect
    .poll(async () => (await readCells(page)).slice(0, 2))
    .toEqual([
      ['S000', '101.50', '-2%', '1,000'],
      ['S001', '101.00', '0.5%', '2,000'],
    ])
  await page.locator('[row-index="0"] [col-id="price"].grid-up').waitFor()
  await page.locator('[row-index="0"] [col-id="change"].grid-down').waitFor()
  const again = once(socket, 'message')
  await update(toRows(8), { values: { symbol: 'S002' }, theme: 'light' })
  expect(JSON.parse(String((await again)[0]))).toEqual({ type: 'params', params: { symbol: 'S002' } })
  await picture('live-light')
  expect((await calls()).report).toEqual([])
  expect(troubles).toEqual([])
  await page.close()
})

it('says that the socket is lost, and opens it again', async () => {
  const { page, socket, picture } = await showLive(toRows(3))
  const again = acceptSocket(server)
  // The page itself looks, at every frame: a second later it tries again.
  const told = page.waitForFunction(() =>
    document.querySelector('[role=status]')?.textContent?.includes('feed is down'),
  )
  socket.close(1011, 'feed is down')
  await told
  await picture('live-lost')
  expect((await again).first).toMatchObject({ type: 'params' })
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Live')
  await page.close()
})

it('closes the socket when all params are empty', async () => {
  const { page, socket, update } = await showLive(toRows(3))
  const closed = once(socket, 'close')
  await update(toRows(3), { values: { symbol: [] } })
  await closed
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Not subscribed')
  await page.close()
})

it('shows the last state of 500 rows that change 20 times a second', async () => {
  const rows = toRows(500)
  const { page, socket } = await showLive(rows)
  const rounds = 60
  let round = 0
  for await (const _tick of setInterval(50)) {
    if (round === rounds) break
    round++
    for (let index = 0; index < 500; index += 50) {
      const part = rows.slice(index, index + 50)
      socket.send(JSON.stringify(part.map(({ symbol }) => ({ symbol, price: round, size: round }))))
    }
  }
  const drawn = page.locator('.ag-cell[col-id="price"]')
  await expect.poll(async () => new Set(await drawn.allTextContents())).toEqual(new Set([rounds.toFixed(2)]))
  await page.close()
})
