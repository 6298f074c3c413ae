import type { Locator, Page } from 'playwright-core'
import { startBrowser, type WorkbenchBrowser, type PageOptions } from './browser.ts'
import { type FrameBackend, serveFrameBackend } from './frame-backend.ts'
import { openWorkbench, type ServedWorkbench } from './open-workbench.ts'

/** A backend, the Workbench before it, and a browser. */
export interface FrameDesk {
  readonly backend: FrameBackend
  readonly workbench: ServedWorkbench
  /** Opens the page for the running test, with nothing kept from others. */
  open(options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

/** Starts everything that the tests of the frame need. */
export async function openFrameDesk(): Promise<FrameDesk> {
  const backend = await serveFrameBackend()
  const workbench = await openWorkbench(backend.url)
  const browser: WorkbenchBrowser = await startBrowser()
  return {
    backend,
    workbench,
    open: async (options) => await browser.openPage(workbench.url, options),
    async close() {
      await browser.close()
      await workbench.end()
      backend.close()
    },
  }
}

/** The frame of a widget, by its title. */
export function frameOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true })
}

/** Where a widget is, in columns and rows. */
export async function placeOf(page: Page, name: string): Promise<readonly number[]> {
  const cell = page.locator('.cell', { has: frameOf(page, name) })
  return await cell.evaluate(({ style }) =>
    ['--x', '--y', '--w', '--h'].map((key) => Number(style.getPropertyValue(key))),
  )
}

/** Opens an `apps.json` as a desk. */
export async function openExport(page: Page, apps: unknown): Promise<void> {
  // Begun early: the browser must know that the test answers before the page asks, or it cancels.
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Find/ }).fill('open an apps.json')
  await page.keyboard.press('Enter')
  const buffer = Buffer.from(JSON.stringify(apps))
  await (await chooser).setFiles({ name: 'apps.json', mimeType: 'application/json', buffer })
}

/** Reads what the page would export. */
export async function readExport(page: Page): Promise<unknown> {
  await page.getByRole('button', { name: 'Export apps.json' }).click()
  const text = await page.getByRole('dialog').locator('pre').textContent()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return JSON.parse(text ?? '')
}
