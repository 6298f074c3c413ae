import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { openWorkbench, type ServedWorkbench } from './open-workbench.ts'
import { hasCapture, serveReplay, type ReplayServer } from './replay-server.ts'

/** What these widgets show is the backend's own error, as it was recorded. */
const errors: Readonly<Record<string, RegExp>> = {
  'Markdown Widget with Error Handling': /500[^]*Error that just occurred/,
  'Markdown Widget with Image from URL': /500[^]*Failed to fetch image/,
  'Table Widget from API Endpoint': /Failed to fetch/,
  'Multi PDF Viewer - Base64': /Method Not Allowed/,
  'Multi PDF Viewer - URL': /Method Not Allowed/,
}

/** Where the recorded answers lead: the PDF and the pictures of the example lie on the internet. */
const remote = ['openbb-assets.s3.us-east-1.amazonaws.com', 'didierlopes.com']

describe.runIf(hasCapture)('the recorded backend', () => {
  let browser: WorkbenchBrowser
  let replay: ReplayServer
  let workbench: ServedWorkbench

  beforeAll(async () => {
    browser = await startBrowser()
    replay = await serveReplay()
    workbench = await openWorkbench(replay.url)
  })
  afterAll(async () => {
    await browser.close()
    await workbench.end()
    replay.close()
  })

  it('shows every widget, or what the backend itself says is wrong', async () => {
    const page = await browser.openPage(workbench.url, {
      expectErrors: [/has been blocked by CORS policy/],
      expectHosts: remote,
      // The answers were recorded for this theme.
      colorScheme: 'dark',
    })
    await page.getByRole('tab', { name: 'Plotly Chart' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('All widgets of')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /all widgets/ }).waitFor()
    const seen = new Set<string>()
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      for (const frame of await page.getByRole('article').all()) {
        await frame.scrollIntoViewIfNeeded()
        const name = (await frame.getAttribute('aria-label')) ?? ''
        seen.add(name)
        await settle(page, frame)
        await start(page, frame)
        await expect.poll(() => judge(frame, name), { message: name }).toBeUndefined()
        await takePicture(frame, name)
      }
    }
    expect(seen.size).toBe(45)
  }, 300_000)

  it('opens its app as it is: every tab with its widgets, side by side as laid out, its groups linked', async () => {
    const page = await browser.openPage(workbench.url, {
      expectErrors: [/has been blocked by CORS policy/],
      expectHosts: remote,
      colorScheme: 'dark',
    })
    const document = replay.exchanges.find(({ url }) => url === '/apps.json')
    const [app] = (document?.json ?? []) as readonly CapturedApp[]
    for (const { name: given, layout } of Object.values(app?.tabs ?? {})) {
      // One tab has no name: it is called by the app.
      const name = given || app?.name || ''
      await page.getByRole('tab', { name, exact: true }).click()
      const frames = page.getByRole('article')
      await expect.poll(() => frames.count(), { message: name }).toBe(layout.length)
      for (const frame of await frames.all()) {
        await frame.scrollIntoViewIfNeeded()
        await settle(page, frame)
      }
      const boxes = await Promise.all((await frames.all()).map((frame) => frame.boundingBox()))
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) expect(overlap(one, other), `${name}: ${index}`).toBe(false)
      }
      await takePicture(page.locator('body'), `tab-${name}`)
    }
    await page.getByRole('tab', { name: 'Input parameters' }).click()
    await page.getByRole('article', { name: 'Table widget with grouping by cell click' }).scrollIntoViewIfNeeded()
    const asked = page.waitForRequest(/widget_managed_by_parameter.*symbol=MSFT/)
    await page.getByRole('gridcell', { name: 'MSFT' }).click()
    expect((await asked).method()).toBe('GET')
  }, 300_000)
})

interface CapturedApp {
  readonly name: string
  readonly tabs: Readonly<Record<string, { readonly name: string; readonly layout: readonly unknown[] }>>
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null

function overlap(one: Box, other: Box): boolean {
  if (one === null || other === null) return false
  const isApart =
    one.x + one.width <= other.x + 1 ||
    other.x + other.width <= one.x + 1 ||
    one.y + one.height <= other.y + 1 ||
    other.y + other.height <= one.y + 1
  return !isApart
}

/** Waits until the frame neither loads nor draws. */
async function settle(page: Page, frame: Locator): Promise<void> {
  const busy = frame.locator('[aria-busy=true], .loading')
  await expect.poll(() => busy.count()).toBe(0)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Widgets with a run button wait for it, and those that are asked wait for a question. */
async function start(page: Page, frame: Locator): Promise<void> {
  const run = frame.locator('.state-panel').getByRole('button', { name: 'Run' })
  const prompt = frame.getByRole('textbox', { name: /prompt|ask/i })
  if (await run.isVisible()) await run.click()
  else if (await prompt.first().isVisible()) {
    await prompt.first().fill('hello')
    await prompt.first().press('Enter')
  } else return
  await settle(page, frame)
}

async function judge(frame: Locator, name: string): Promise<string | undefined> {
  const text = await frame.innerText()
  const expected = errors[name]
  if (expected !== undefined) return expected.test(text) ? undefined : `expected ${expected.source}, got: ${text}`
  const failed = frame.locator('.state-panel:visible')
  if ((await failed.count()) > 0) return text
  const content = frame.locator('.frame-content')
  const drawn = await content.locator('canvas, svg, img, [role=grid], table').count()
  return drawn > 0 || (await content.innerText()).trim() !== '' ? undefined : 'nothing is drawn'
}

/** Takes a picture into the folder named by DESKWRIGHT_PICTURES; does nothing without it. */
async function takePicture(frame: Locator, name: string): Promise<void> {
  const folder = process.env['DESKWRIGHT_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await frame.screenshot({ path: join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`) })
}
