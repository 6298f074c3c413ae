import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness('html', 'youtube', 'markdown', 'table', 'documents')
})
afterAll(async () => await harness.close())

const report = `<!doctype html><html><head><title>Report</title></head><body>
<h1>Report</h1><table border="1"><tr><td>AUM</td><td id="cell">?</td></tr></table>
<button onclick="window.dispatchEvent(new CustomEvent('openbb:widget-params:update',
  { detail: { type: 'openbb:widget-params:update', params: { isin: 'XS1', tickers: ['A', 'B'] } } }))">Pick</button>
<script>document.querySelector('#cell').textContent = document.compatMode + ' ' + origin</script></body></html>`

it('runs the scripts of a page in an origin of its own, and lets it set params by its event', async () => {
  const { page, mount, update, picture, calls, troubles } = await harness.open()
  await mount('html', report)
  const frame = page.frameLocator('iframe')
  await expect.poll(() => frame.locator('#cell').textContent()).toBe('CSS1Compat null')
  await frame.getByRole('button', { name: 'Pick' }).click()
  await expect.poll(async () => (await calls()).setValues).toEqual([{ isin: 'XS1', tickers: 'A,B' }])
  await picture('html-dark')
  await update(report, { theme: 'light' })
  await frame.getByRole('button', { name: 'Pick' }).waitFor()
  await picture('html-light')
  expect(troubles).toEqual([])
})

it('hears the event only, not messages that a page posts itself', async () => {
  const { page, mount, calls } = await harness.open()
  const message = { type: 'openbb:widget-params:update', params: { isin: 'XS2' } }
  await mount(
    'html',
    `<p>Said</p><script>parent.postMessage(${JSON.stringify(message)}, '*')
    dispatchEvent(new CustomEvent('openbb:widget-params:update', { detail: 'nothing to set' }))</script>`,
  )
  await page.frameLocator('iframe').getByText('Said').waitFor()
  await expect.poll(async () => (await calls()).report.length).toBe(1)
  expect((await calls()).setValues).toEqual([])
})

it('keeps the window, its storage and its dialogs from a page', async () => {
  const { page, mount, troubles } = await harness.open()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const address = page.url()
  await mount(
    'html',
    `<svg onload="top.hurt = 1"></svg><a href="javascript:top.hurt=1">click</a><script>
    const found = []
    for (const attempt of [() => top.document.title = 'hurt', () => localStorage.x = 1, () => document.cookie = 'a=b',
      () => top.location = 'https://evil.example/', () => parent.location.replace('https://evil.example/'), () => alert(1),
      () => open('https://evil.example/', '_top'), () => navigator.serviceWorker.register('/x.js')]) {
      try { attempt() } catch (error) { found.push(error.name) }
    }
    document.body.append('tried everything ' + found.length)
  </script>`,
  )
  await page.frameLocator('iframe').getByText('tried everything').waitFor()
  await page.frameLocator('iframe').getByText('click').click()
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(dialogs).toEqual([])
  for (const trouble of troubles) expect(trouble).toMatch(/sandbox|Unsafe attempt|SecurityError|Blocked/i)
})

it('gives a fragment without colours those of the theme', async () => {
  const { page, mount, picture } = await harness.open()
  await mount('html', '<h2>Fragment</h2><p style="color: tomato">Own colour</p>')
  const frame = page.frameLocator('iframe')
  const colour = (text: string) => frame.getByText(text).evaluate((element) => getComputedStyle(element).color)
  await expect.poll(() => colour('Fragment')).toBe('rgb(217, 222, 229)')
  await expect.poll(() => colour('Own colour')).toBe('rgb(255, 99, 71)')
  await picture('html-fragment')
})

it('shows raw rows as a table', async () => {
  const { page, mount, troubles } = await harness.open()
  await mount('html', { results: [{ isin: 'XS1' }] }, {}, { raw: true })
  await page.getByText('XS1').waitFor()
  expect(troubles).toEqual([])
})

it('says when a page is empty or none at all', async () => {
  const { page, mount } = await harness.open()
  await mount('html', ' \n')
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Empty page')
  await mount('html', { html: '<p>' })
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('This is no page')
})

it('asks nothing of YouTube before play is pressed', async () => {
  const { page, mount, update, picture, troubles } = await harness.open()
  await mount('youtube', 'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=30s', {}, { width: 600, height: 340 })
  const play = page.getByRole('button', { name: 'Play video' })
  await play.waitFor()
  await picture('youtube-dark')
  await update('https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=30s', { theme: 'light' })
  await picture('youtube-light')
  expect(troubles).toEqual([])
  const asked = page.waitForRequest(/^https:\/\/www\.youtube-nocookie\.com\//)
  await play.click()
  expect((await asked).url()).toBe('https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&start=30')
})

it('says what is no video', async () => {
  const { page, mount } = await harness.open()
  await mount('youtube', 'javascript:alert(1)')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('no address of a YouTube video')
  await mount('youtube', '')
  await expect.poll(() => page.getByRole('status').textContent()).toBe('No video')
  await mount('youtube', '## Transcript', {}, { raw: true })
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('Transcript')
})
