import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../house/root.ts'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { serveMisbehaving, type Misbehaving } from './misbehaving.ts'
import { openWorkbench } from './open-workbench.ts'
import { hasCapture, serveReplay } from './replay-server.ts'

let browser: WorkbenchBrowser

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** What the browser writes to the console about backends that keep it out. */
const keptOut = [/has been blocked by CORS policy/]

async function whatIsSaidOf(page: Page, url: string): Promise<string> {
  const card = page.locator('article', { hasText: new URL(url).host }).first()
  await card.getByRole('alert').waitFor()
  return (await card.innerText()).replaceAll(/\n+/g, '\n')
}

describe('a backend that fails', () => {
  let backends: Misbehaving
  let workbench: Awaited<ReturnType<typeof openWorkbench>>

  beforeAll(async () => {
    backends = await serveMisbehaving()
    workbench = await openWorkbench(...Object.values(backends.urls))
  })
  afterAll(async () => {
    await workbench.end()
    backends.close()
  })

  it('says which failure it is, and what to do', async () => {
    const page = await browser.openPage(workbench.url, { expectErrors: keptOut, expectHosts: ['no-such-host.invalid'] })
    const said = async () => {
      const entries = Object.entries(backends.urls).map(async ([name, url]) => [name, await whatIsSaidOf(page, url)])
      return Object.fromEntries(await Promise.all(entries)) as Readonly<Record<string, string>>
    }
    await expect.poll(said).toEqual({
      cors: expect.stringMatching(
        /\(CORS\): the answer has no Access-Control-Allow-Origin\.\nLet it send Access-Control-Allow-Origin: http:\/\/127/,
      ),
      otherOrigin: expect.stringContaining('(CORS): Access-Control-Allow-Origin is https://pro.openbb.co.'),
      unauthorized: expect.stringMatching(/answered 401\. It says: Which key\?\nAdd the header or query key/),
      forbidden: expect.stringContaining('it answered 403.'),
      missing: expect.stringContaining('it has no widgets.json at this address. It says: Not Found'),
      crashed: expect.stringMatching(/it answered 500\. It says: The database is down\nLook at the log/),
      page: expect.stringMatching(/not JSON \(text\/html\)\. .*HTML.* came/),
      cut: expect.stringMatching(/not JSON \(application\/json\)\. Line 1, column 30: the end of the text came/),
      list: expect.stringContaining('The document is an array of 1; allowed: an object with the widget ids as keys.'),
      redirects: expect.stringMatching(/answers 302 and sends the page on to http:\/\/127\.0\.0\.1:1\/elsewhere\./),
      refused: expect.stringMatching(/Nothing listens at 127\.0\.0\.1:\d+\.\nStart the backend, or check the port/),
      untrusted: expect.stringMatching(/The certificate of .* is not trusted: /),
      plain: expect.stringMatching(/it does not speak HTTPS: .*\nTry http:\/\/127/),
      unnamed: expect.stringContaining('There is no machine by the name no-such-host.invalid.'),
    })
  })

  it('says what Workspace would say instead', async () => {
    const page = await browser.openPage(workbench.url, { expectErrors: keptOut, expectHosts: ['no-such-host.invalid'] })
    const { cors = '', unauthorized = '', list = '' } = backends.urls
    await expect.poll(() => whatIsSaidOf(page, cors)).toContain('Failed to fetch')
    await expect.poll(() => whatIsSaidOf(page, unauthorized)).toContain('Authentication failed')
    await expect.poll(() => whatIsSaidOf(page, list)).toContain('Invalid format')
  })
})

it('a page over HTTPS says that its browser keeps it from plain HTTP', async () => {
  const page = await browser.openPage('about:blank', { expectErrors: [/Mixed Content/] })
  const dist = join(root, 'packages/workbench/dist')
  await page.context().route('https://workbench.example/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/connections.json') {
      await route.fulfill({ json: { connections: [{ name: 'Far desk', url: 'http://192.0.2.1:8000' }] } })
    } else if (pathname === '/' || pathname.startsWith('/assets/')) {
      const path = join(dist, pathname === '/' ? 'index.html' : pathname)
      const contentType = path.endsWith('.html') ? 'text/html' : path.endsWith('.css') ? 'text/css' : 'text/javascript'
      await route.fulfill({ body: await readFile(path), contentType })
    } else await route.fulfill({ status: 404 })
  })
  await page.goto('https://workbench.example/')
  const card = page.locator('article', { hasText: 'Far desk' })
  await card.getByRole('alert').waitFor()
  await expect
    .poll(() => card.innerText())
    .toContain('This page came over HTTPS, so the browser lets it ask nothing of http://192.0.2.1:8000.')
})

describe.runIf(hasCapture)('the recorded backend', () => {
  it('connects: its widgets are in the catalogue, and its app opens with its tabs', async () => {
    const replay = await serveReplay()
    const workbench = await openWorkbench(replay.url)
    onTestFinished(async () => {
      await workbench.end()
      replay.close()
    })
    const page = await browser.openPage(workbench.url, { expectErrors: keptOut })
    await page.getByRole('tab', { name: 'Plotly Chart' }).waitFor()
    await expect
      .poll(() => page.getByRole('tab').allInnerTexts())
      .toEqual(expect.arrayContaining(['Types of widgets', 'Settings', 'Input parameters', 'AgGrid Table', 'Omni']))
    await page.getByRole('button', { name: /^Catalogue/ }).click()
    await page.getByRole('searchbox', { name: 'Search widgets' }).waitFor()
    await expect.poll(() => page.locator('.catalogue-entry').count()).toBe(45)
    expect(replay.asked[0]).toBe('GET /widgets.json')
    expect(replay.asked.slice(1, 3).toSorted()).toEqual(['GET /agents.json', 'GET /apps.json'])
  })

  it('is added in the page by its address, with a header for every request, and is there again after a reload', async () => {
    const [first, replay] = [await serveReplay(), await serveReplay()]
    const workbench = await openWorkbench(first.url)
    onTestFinished(async () => {
      await workbench.end()
      first.close()
      replay.close()
    })
    const page = await browser.openPage(workbench.url, { expectErrors: keptOut })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('Connect a backend')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Address' }).fill(`${replay.url}/widgets.json`)
    await page.getByRole('textbox', { name: 'Name' }).fill('Second desk')
    await page.getByRole('button', { name: 'Add a header or query key' }).click()
    await page.getByRole('textbox', { name: 'Key', exact: true }).fill('X-API-KEY')
    await page.getByLabel('Value').fill('secret')
    const asked = page.waitForRequest(`${replay.url}/apps.json`)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    expect(await (await asked).headerValue('X-API-KEY')).toBe('secret')
    const askedAgain = page.waitForRequest(`${replay.url}/apps.json`)
    await page.reload()
    expect(await (await askedAgain).headerValue('X-API-KEY')).toBe('secret')
  })
})
