import { createServer, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defineBackend, iframe, pageScript, param } from 'deskwright'
import { serve, type RunningServer } from 'deskwright/node'
import { iframePageMessageSchema } from 'deskwright/spec'
import { openBrowser } from './browser/open-browser.ts'

const backend = defineBackend({
  name: 'Pages',
  widgets: {
    page: iframe({
      name: 'Page',
      endpoint: 'page',
      params: { symbol: param.text('Symbol', { value: 'AAPL' }) },
      load: () => `<!doctype html><p id="shown"></p><button>Microsoft</button><script type="module">${pageScript}
        const page = connectPage({
          onParams: ({ symbol }) => { shown.textContent = symbol },
          onHeaders: (headers) => { document.title = headers['X-KEY'] },
          widgets: {
            rows: { name: 'Rows', dataType: 'table', load: () => [{ symbol: shown.textContent }] },
            broken: { name: 'Broken', dataType: 'markdown', load: () => { throw new Error('no data') } },
          },
        })
        document.querySelector('button').onclick = () => page.setParams({ symbol: 'MSFT' })
      </script>`,
    }),
  },
})

/** What stands around the frame: it keeps what it is told. */
const outside = (url: string) => `<!doctype html><script>
  window.told = []
  addEventListener('message', ({ data }) => window.told.push(data))
</script><iframe src="${url}/page?symbol=IBM"></iframe>`

let home: string
let browser: Browser
let served: RunningServer
let around: Server
let page: Page

const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told)
const tell = (message: object) =>
  page.evaluate((sent) => window.frames[0]?.postMessage(sent, '*'), message as Record<string, unknown>)
const shows = async (text: string) => {
  const shown = page.frameLocator('iframe').locator('#shown', { hasText: text })
  await shown.waitFor()
  return await shown.textContent()
}
const until = (count: number) =>
  page.waitForFunction((wanted) => (window as unknown as { told: unknown[] }).told.length >= wanted, count)

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'deskwright-page-'))
  browser = await openBrowser(home)
  served = await serve(backend, { port: 0 })
  around = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(outside(served.url))
  })
  await new Promise<void>((resolve) => around.listen(0, '127.0.0.1', resolve))
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(around.address() as AddressInfo).port}`)
  await until(1)
})

afterAll(async () => {
  await browser.close()
  await served.close()
  around.close()
  await rm(home, { recursive: true, force: true })
})

it('announces the widgets inside the page, and begins with the values of its own address', async () => {
  expect(await shows('IBM')).toBe('IBM')
  expect(await told()).toEqual([
    {
      type: 'openbb-connect',
      widgets: [
        { widgetId: 'rows', name: 'Rows', dataType: 'table' },
        { widgetId: 'broken', name: 'Broken', dataType: 'markdown' },
      ],
    },
  ])
})

it('follows the parameters, in each of the forms they come in', async () => {
  await tell({ type: 'openbb-params-update', params: { symbol: 'GOOG' } })
  expect(await shows('GOOG')).toBe('GOOG')
  await tell({ type: 'openbb-params-update', params: { symbol: { value: 'AMZN' } } })
  expect(await shows('AMZN')).toBe('AMZN')
  await tell({ type: 'openbb-params-update', params: [{ paramName: 'symbol', value: 'TSLA' }] })
  expect(await shows('TSLA')).toBe('TSLA')
})

it('sets parameters, answers for its widgets, and takes the headers', async () => {
  await page.frameLocator('iframe').locator('button').click()
  await until(2)
  await tell({ type: 'openbb-request', widgetId: null })
  await until(4)
  await tell({ type: 'openbb-request', widgetId: 'none' })
  await until(5)
  const messages = await told()
  expect(messages.slice(1)).toEqual(
    expect.arrayContaining([
      { type: 'openbb:widget-params:update', params: { symbol: 'MSFT' } },
      { type: 'openbb-data', widgetId: 'rows', dataType: 'table', data: [{ symbol: 'TSLA' }] },
      { type: 'openbb-error', widgetId: 'broken', error: 'no data' },
      { type: 'openbb-error', widgetId: 'none', error: 'This page has no widget "none".' },
    ]),
  )
  for (const message of messages) iframePageMessageSchema.parse(message)
  await tell({ type: 'openbb-auth', headers: { 'X-KEY': 'secret' } })
  await page.frames()[1]?.waitForFunction(() => document.title === 'secret')
})
