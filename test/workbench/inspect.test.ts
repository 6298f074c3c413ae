import { mkdtemp, rm, symlink, writeFile, mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import { startCli } from '../cli/cli.ts'
import { root } from '../house/root.ts'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { openWorkbench } from './open-workbench.ts'
import { hasCapture, serveReplay } from './replay-server.ts'

let browser: WorkbenchBrowser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** The backend answers one path without CORS headers, as frameworks do when they crash. */
const crash = [/has been blocked by CORS policy/]

async function inspect(page: Page, name: string): Promise<void> {
  await page
    .locator('article', { has: page.getByText(name, { exact: true }) })
    .first()
    .hover()
  await page.getByRole('button', { name: `${name}: more` }).click()
  await page.getByRole('menuitem', { name: /^Inspect/ }).click()
}

describe.runIf(hasCapture)('the inspector', () => {
  const open = async (path = '') => {
    const replay = await serveReplay()
    const workbench = await openWorkbench(replay.url)
    onTestFinished(async () => {
      await workbench.end()
      replay.close()
    })
    const page = await browser.openPage(`${workbench.url}${path}`, {
      expectErrors: crash,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByText('1,234,567').waitFor()
    return { page, replay }
  }

  it('shows every request with what came, as a tree and as a table, as curl, and asks again', async () => {
    const { page, replay } = await open()
    await page.keyboard.press('Control+j')
    await page.getByRole('searchbox', { name: 'Find in the requests' }).fill('metric_widget')
    await page.getByRole('button', { name: /^200\s*GET\s*\/metric_widget/ }).click()
    const payload = page.getByRole('region', { name: 'Payload', exact: true })
    await payload.getByRole('button', { name: '0: {3}' }).click()
    await expect.poll(() => payload.innerText()).toContain('label: "Total Users"')
    await payload.getByRole('button', { name: 'table' }).click()
    await expect.poll(() => payload.innerText()).toContain('1,234,567')
    await page.getByRole('button', { name: 'Copy as curl' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`curl '${replay.url}/metric_widget'`)
    const before = replay.asked.filter((asked) => asked === 'GET /metric_widget').length
    const again = page.waitForResponse(`${replay.url}/metric_widget`)
    await page.getByRole('button', { name: 'Replay' }).click()
    await again
    expect(replay.asked.filter((asked) => asked === 'GET /metric_widget')).toHaveLength(before + 1)
  })

  it('says what Workspace would say, and where in the documents something is wrong', async () => {
    const { page } = await open()
    await page.keyboard.press('Control+j')
    await page.getByRole('tab', { name: /^Documents/ }).click()
    const documents = page.getByRole('region', { name: 'Documents' })
    await documents.getByText('Workspace would accept it: 45 widgets and 1 app.').waitFor()
    const place = documents.getByText('widgets.json › markdown_widget_with_category_and_subcategory › subcategory')
    await place.click()
    await expect.poll(() => documents.locator('pre:visible').innerText()).toContain('"subcategory": "Markdown Widgets"')
  })

  it('says why a widget is empty', async () => {
    const { page } = await open()
    await inspect(page, 'Markdown Widget with Error Handling')
    const about = page.getByRole('region', { name: 'About Markdown Widget with Error Handling' })
    await about.getByText('The backend refused with 500: {"detail":"Error that just occurred"}').waitFor()
    await inspect(page, 'Table Widget from API Endpoint')
    const hint = page.getByText('An endpoint that crashes often answers without CORS headers')
    await hint.waitFor()
    await expect.poll(() => hint.innerText()).toContain('look for an error in the log of the backend')
  })
})

it('shows the beginning of a large payload, and comes back to it', async () => {
  const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, name: `row ${id}`, value: id / 7 }))
  const widgets = { big: { name: 'Big', description: 'Many rows', type: 'table', endpoint: 'big' } }
  const server = createServer(({ url }, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(url === '/big' ? rows : url === '/widgets.json' ? widgets : []))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const workbench = await openWorkbench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(async () => {
    await workbench.end()
    server.close()
    server.closeAllConnections()
  })
  const page = await browser.openPage(workbench.url)
  await page.getByRole('button', { name: 'All widgets' }).click()
  await page.getByText('row 0', { exact: true }).waitFor()
  await page.keyboard.press('Control+j')
  await page.getByRole('button', { name: /^200\s*GET\s*\/big/ }).click()
  await page.getByText('only the first').waitFor()
  await page.getByRole('tab', { name: 'Widget' }).click()
  await page.getByText('only the first').waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: /^Requests/ }).click()
  await expect.poll(() => page.getByText('only the first').isVisible()).toBe(true)
})

it('shows what goes over a socket, both ways', async () => {
  const widgets = {
    quotes: {
      name: 'Quotes',
      description: 'Live',
      type: 'live_grid',
      endpoint: 'quotes',
      wsEndpoint: 'live',
      data: {
        wsRowIdColumn: 'symbol',
        table: {
          columnsDefs: [
            { field: 'symbol', headerName: 'Symbol' },
            { field: 'price', headerName: 'Price' },
          ],
        },
      },
    },
  }
  const server = createServer(({ url }, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Content-Type', 'application/json')
    response.end(
      JSON.stringify(url === '/widgets.json' ? widgets : url === '/quotes' ? [{ symbol: 'A', price: 1 }] : []),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    socket.on('message', () => socket.send('{"symbol":"A","price":417.5}'))
  })
  const workbench = await openWorkbench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(async () => {
    await workbench.end()
    sockets.close()
    server.close()
    server.closeAllConnections()
  })
  const page = await browser.openPage(workbench.url)
  await page.getByRole('button', { name: 'All widgets' }).click()
  await page.getByRole('gridcell', { name: '417.5' }).waitFor()
  await page.keyboard.press('Control+j')
  await page.getByRole('button', { name: /WS/ }).click()
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.getByText('{"symbol":"A","price":417.5}').waitFor()
  await expect.poll(() => messages.getByLabel('sent').count()).toBeGreaterThan(0)
})

describe('beside a backend that is being written', () => {
  const desk = (name: string) => `import { defineBackend, param, table } from 'deskwright'
const symbol = param.text('Symbol', { value: 'AAPL' })
const load = ({ symbol }) => [{ symbol, close: 1 }]
export default defineBackend({
  name: 'My desk',
  widgets: { prices: table({ name: '${name}', description: 'x', params: { symbol }, load }) },
})
`

  it('shows each version with the values that were chosen, and what is wrong with one that fails, until it is mended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deskwright-overlay-'))
    await mkdir(join(folder, 'node_modules'))
    await symlink(join(root, 'packages/deskwright'), join(folder, 'node_modules/deskwright'), 'junction')
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    await writeFile(join(folder, 'desk.ts'), desk('Prices'))
    const cli = startCli(['dev', 'desk.ts', '--port', '0', '--json'], { folder })
    onTestFinished(async () => {
      await cli.end()
      await rm(folder, { recursive: true })
    })
    const line = await cli.results.until(/^.*"event":"workbench".*$/m)
    const { url } = JSON.parse(line[0]) as { url: string }
    await cli.progress.until(/Watching/)
    const page = await browser.openPage(url)
    await page.getByRole('button', { name: 'All widgets' }).click()
    await page.getByRole('textbox', { name: 'Symbol' }).fill('MSFT')
    await page.getByRole('textbox', { name: 'Symbol' }).press('Enter')
    await page.getByRole('gridcell', { name: 'MSFT' }).waitFor()

    await writeFile(join(folder, 'desk.ts'), `${desk('Prices')}\nthrow new Error('no data today')\n`)
    const overlay = page.getByRole('alertdialog')
    await overlay.getByText('"desk.ts" cannot be loaded: no data today (desk.ts:9).').waitFor()
    await expect.poll(() => overlay.innerText()).toContain("9 │ throw new Error('no data today')")

    await writeFile(join(folder, 'desk.ts'), desk('Closing prices'))
    await overlay.waitFor({ state: 'hidden' })
    const frame = page.getByRole('article', { name: 'Closing prices' })
    await frame.getByRole('gridcell', { name: 'MSFT' }).waitFor()
    await expect.poll(() => frame.getByRole('textbox', { name: 'Symbol' }).inputValue()).toBe('MSFT')
  })
})
