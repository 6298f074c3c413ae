import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { serveParamsPage, type ParamsPage } from './params-page.ts'
import { hasCapture, serveReplay, type ReplayServer } from './replay-server.ts'

describe.runIf(hasCapture)('the params of the official example backend', () => {
  let replay: ReplayServer
  let host: ParamsPage
  let browser: WorkbenchBrowser

  beforeAll(async () => {
    replay = await serveReplay()
    host = await serveParamsPage()
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await host.close()
    replay.close()
  })

  const open = async (widget: string) => {
    const page = await browser.openPage(host.url)
    await page.waitForFunction(() => 'mountParams' in window)
    await page.evaluate((given) => window.mountParams(given), { base: replay.url, widget })
    await page.locator('output:not([data-status=loading])').waitFor()
    return page
  }

  it('are drawn for every widget, and the data comes', async () => {
    const widgets = replay.exchanges.find(({ url }) => url === '/widgets.json')?.json as Record<
      string,
      { readonly params?: readonly unknown[]; readonly type: string }
    >
    const found = Object.entries(widgets).filter(([, { params, type }]) => params && type !== 'multi_file_viewer')
    expect(found.length).toBeGreaterThan(12)
    const page = await open(found[0]![0])
    for (const [id, { params }] of found) {
      await page.evaluate((given) => window.mountParams(given), { base: replay.url, widget: id })
      await expect
        .poll(() => page.locator(`output[data-widget="${id}"]`).getAttribute('data-status'), { message: id })
        .toBe('data')
      const shown = (params!.flat() as { readonly show?: boolean }[]).filter(({ show }) => show !== false)
      await expect.poll(() => page.locator('.param-row > *').count(), { message: id }).toBe(shown.length)
    }
  })

  it('a dependent dropdown asks again when its parent changes', async () => {
    const page = await open('dropdown_dependent_widget')
    await expect.poll(() => replay.asked).toContain('GET /document_options?category=all')
    await page.getByRole('button', { name: 'Category' }).click()
    await page.getByRole('option', { name: 'Reports' }).click()
    await expect.poll(() => replay.asked).toContain('GET /document_options?category=reports')
  })

  it('a popup is as wide as the backend wants it, and shows what is known of the choices', async () => {
    const page = await open('markdown_widget_with_multi_select_advanced_dropdown')
    await page.getByRole('button', { name: 'Select Stock' }).click()
    await page.getByRole('option').first().waitFor()
    const popup = page.locator('.param-popup:popover-open')
    await expect.poll(async () => (await popup.boundingBox())?.width).toBe(450)
    await expect.poll(() => page.locator('.param-extra').first().textContent()).not.toBe('')
  })

  it('a box for several texts is one, also by its old name', async () => {
    const page = await open('markdown_widget_with_editable_text_input')
    await expect.poll(() => page.locator('.param-tag').allTextContents()).toEqual(['var1×', 'var2×', 'var3×'])
  })
})
