import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { serve, type RunningServer } from 'deskwright/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { frameOf } from './frame-desk.ts'
import { openWorkbench, type ServedWorkbench } from './open-workbench.ts'

let server: RunningServer
let workbench: ServedWorkbench
let browser: WorkbenchBrowser

beforeAll(async () => {
  const { default: backend } = await import('../../examples/gallery/backend.ts')
  server = await serve(backend, { port: 0, origins: '*' })
  workbench = await openWorkbench(server.url)
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
  await workbench.end()
  await server.close()
})

const takePicture = async (page: Page, name: string) => {
  const folder = process.env['DESKWRIGHT_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Opens the tour at a tab. */
async function openTab(name: string, colorScheme: 'dark' | 'light'): Promise<Page> {
  const page = await browser.openPage(workbench.url, { colorScheme })
  await page.getByRole('tab', { name, exact: true }).click()
  return page
}

it('the form of the gallery says at its fields what is missing, and adds a client', async () => {
  const page = await openTab('Forms', 'light')
  const frame = frameOf(page, 'Form')
  await frame.getByRole('button', { name: 'Client', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Client' })
  await form.getByLabel('First name').fill('Ada')
  await form.getByRole('button', { name: 'Add client' }).click()
  await form.locator('[data-param=client_last_name]').getByText('Write the last name.').waitFor()
  expect(await form.locator('[data-param=client_first_name] .param-error').count()).toBe(0)
  await takePicture(page, 'gallery-form-light')
  await form.getByLabel('Last name').fill('Lovelace')
  await form.getByRole('button', { name: 'Add client' }).click()
  await frame.getByText('Lovelace').waitFor()
})

it('documents are fetched from their addresses', async () => {
  const page = await browser.openPage(workbench.url, { colorScheme: 'dark' })
  const asked = page.waitForResponse((response) => response.url().includes('/multi_pdf_url/file?'))
  await page.getByRole('tab', { name: 'Files', exact: true }).click()
  expect((await asked).headers()['accept-ranges']).toBe('bytes')
  const frame = frameOf(page, 'Documents by their addresses')
  await frame.locator('.pdf-page canvas').first().waitFor()
  await takePicture(page, 'gallery-files-dark')
})

it('a page of HTML sets the parameters of its widget', async () => {
  const page = await openTab('Pages', 'dark')
  const frame = frameOf(page, 'HTML')
  await frame.frameLocator('iframe').getByRole('button', { name: 'indianred' }).click()
  await frame
    .frameLocator('iframe')
    .locator('p', { hasText: /^indianred$/ })
    .waitFor()
  await frame.getByRole('button', { name: 'indianred' }).waitFor()
  await takePicture(page, 'gallery-page-dark')
  expect(await frame.frameLocator('iframe').locator('body').getAttribute('style')).toBe('background: indianred')
})
