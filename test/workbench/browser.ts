import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { openBrowser } from '../e2e/browser/open-browser.ts'

/** A Chromium for the tests of a file. */
export interface WorkbenchBrowser {
  readonly browser: Browser
  /**
   * Opens a page for the running test. When the test ends the page closes, and the test fails when the page wrote an error to
   * its console, threw, or asked anything off this machine.
   */
  openPage(url: string, options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

/** How to open a page. */
export interface PageOptions extends BrowserContextOptions {
  /** Console errors that the test is about. Answers of 400 and more are written to the console by the browser itself. */
  readonly expectErrors?: readonly RegExp[]
  /** Addresses off this machine that the test is about. They are answered with nothing. */
  readonly expectHosts?: readonly string[]
}

/** How long something on a page may take, on a machine that does other things too; milliseconds. */
export const patience = 60_000

/** What the browser itself writes about answers that the page handles. */
const ownErrors: readonly RegExp[] = [/^Failed to load resource:/]

/** Opens a Chromium as the other browser tests do. */
export async function startBrowser(): Promise<WorkbenchBrowser> {
  const home = await mkdtemp(join(tmpdir(), 'deskwright-workbench-'))
  const browser = await openBrowser(home)
  return {
    browser,
    openPage: (url, options) => openPage(browser, url, options),
    async close() {
      await browser.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function openPage(
  browser: Browser,
  url: string,
  { expectErrors = [], expectHosts = [], ...options }: PageOptions = {},
): Promise<Page> {
  // Without a locale AG Grid finds no language to sort by.
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, ...options })
  context.setDefaultTimeout(patience)
  const wrong: string[] = []
  await context.route(isRemote, async (route) => {
    const { hostname } = new URL(route.request().url())
    if (!expectHosts.includes(hostname)) wrong.push(`asked ${route.request().url()}`)
    await route.abort()
  })
  const page = await context.newPage()
  const allowed = [...ownErrors, ...expectErrors]
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error' || allowed.some((pattern) => pattern.test(text))) return
    wrong.push(`console error: ${text} (${message.location().url})`)
  })
  page.on('pageerror', (error) => {
    if (!allowed.some((pattern) => pattern.test(error.message))) wrong.push(`threw ${error.stack ?? error.message}`)
  })
  onTestFinished(async () => {
    await context.close()
    if (wrong.length > 0) throw new Error(`The page did what no page may:\n${wrong.join('\n')}`)
  })
  await page.goto(url)
  return page
}

function isRemote({ protocol, hostname }: URL): boolean {
  return /^(https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}
