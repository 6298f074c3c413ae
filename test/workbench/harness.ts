import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createServer } from 'vite'
import type { HarnessCalls, HarnessOptions, HarnessWidget } from '../../packages/workbench/src/harness.ts'
import { openBrowser } from '../e2e/browser/open-browser.ts'
import { root } from '../house/root.ts'
import { patience } from './browser.ts'

/** A browser page on which renderers are mounted one at a time. */
export interface HarnessPage {
  readonly page: Page
  /** Errors of the console and uncaught ones, and requests that would have left the machine. */
  readonly troubles: readonly string[]
  /** Shows a renderer, in place of the one before. */
  readonly mount: (type: string, data: unknown, widget?: HarnessWidget, options?: HarnessOptions) => Promise<void>
  readonly update: (data: unknown, options?: HarnessOptions) => Promise<void>
  /** What the renderer on the page has asked of its context. */
  readonly calls: () => Promise<HarnessCalls>
  /** Takes a picture of the renderer into the folder named by DESKWRIGHT_PICTURES; does nothing without it. */
  readonly picture: (name: string) => Promise<void>
}

/** The bare page of the Workbench with a browser in front of it. */
export interface Harness {
  open(): Promise<HarnessPage>
  close(): Promise<void>
}

const here = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Serves the bare page by Vite and opens a browser. Name the folders of the renderers to test: only their libraries are prepared. */
export async function openHarness(...folders: readonly string[]): Promise<Harness> {
  const home = await mkdtemp(join(tmpdir(), 'workbench-'))
  const server = await createServer({
    root: join(root, 'packages/workbench'),
    cacheDir: join(home, 'vite'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    resolve: { alias: { 'deskwright/spec': join(root, 'packages/deskwright/src/spec/index.ts') } },
    optimizeDeps: { entries: folders.map((folder) => `src/renderers/${folder}/**/!(*.test).{ts,tsx}`) },
  })
  await server.listen()
  const browser = await openBrowser(home)
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
  })
  context.setDefaultTimeout(patience)

  return {
    async open() {
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('pageerror', (error) => void troubles.push(String(error)))
      page.on('console', (message) => void (message.type() === 'error' && troubles.push(message.text())))
      await page.route(
        (url) => url.protocol.startsWith('http') && !here.has(url.hostname),
        (route) => {
          troubles.push(`asked for ${route.request().url()}`)
          return route.abort()
        },
      )
      await page.goto(`${server.resolvedUrls!.local[0]}harness.html`)
      await page.waitForFunction(() => 'mountRenderer' in window)
      return {
        page,
        troubles,
        mount: async (...given) => {
          await page.evaluate(async (all) => await window.mountRenderer(...all), given)
        },
        update: async (...given) => {
          await page.evaluate((all) => window.updateRenderer(...all), given)
        },
        calls: async () => await page.evaluate(() => window.rendererCalls),
        picture: async (name) => {
          const folder = process.env['DESKWRIGHT_PICTURES']
          if (folder !== undefined) await page.locator('#widget').screenshot({ path: join(folder, `${name}.png`) })
        },
      }
    },
    async close() {
      await browser.close()
      await server.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
