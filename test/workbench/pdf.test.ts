import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasCapture, readCaptured } from './captured.ts'
import { openHarness, type Harness } from './harness.ts'
import { writePdf } from './pdf-file.ts'

const report = writePdf(60, (page) => (page === 40 ? 'Needle on page 40' : `Page number ${page}`))

let harness: Harness
let files: Server
let base = ''
beforeAll(async () => {
  harness = await openHarness('pdf', 'files', 'documents', 'markdown')
  files = createServer(({ url }, response) => {
    if (url === '/report.pdf') response.writeHead(200, { 'access-control-allow-origin': '*' }).end(report)
    else if (url === '/closed.pdf') response.writeHead(200).end(report)
    else response.writeHead(404, { 'access-control-allow-origin': '*' }).end()
  })
  files.listen(0, '127.0.0.1')
  await once(files, 'listening')
  base = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
})
afterAll(async () => {
  files.close()
  files.closeAllConnections()
  await harness.close()
})

const toFile = (rest: object) => ({ data_format: { data_type: 'pdf', filename: 'report.pdf' }, ...rest })

describe.runIf(hasCapture)('the file of the reference backend', () => {
  it('is drawn, and can be read as text', async () => {
    const { page, mount, update, picture, calls, troubles } = await harness.open()
    await mount('pdf', readCaptured('/pdf_widget_base64'), {}, { height: 700 })
    await page.locator('.pdf-text span').first().waitFor()
    const isInked = () =>
      page
        .locator('.pdf-page canvas')
        .first()
        .evaluate((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement
          const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
          return data.some((value, index) => index % 4 === 0 && value < 100)
        })
    await expect.poll(isInked).toBe(true)
    await picture('pdf-dark')
    await update(readCaptured('/pdf_widget_base64'), { theme: 'light' })
    await picture('pdf-light')
    expect((await calls()).report).toEqual([])
    expect(troubles).toEqual([])
  })

  it('is not asked of another host before the user says so', async () => {
    const { page, mount, picture, troubles } = await harness.open()
    await mount('pdf', readCaptured('/pdf_widget_url'))
    await page.getByRole('button', { name: 'Load from openbb-assets.s3.us-east-1.amazonaws.com' }).waitFor()
    await picture('pdf-ask')
    expect(troubles).toEqual([])
  })
})

it('draws the pages near to what is seen, and goes to any', async () => {
  const { page, mount, troubles } = await harness.open()
  await mount('pdf', toFile({ url: `${base}/report.pdf` }))
  await page.getByText('Page number 1', { exact: true }).waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('.pdf-page').count()).toBe(60)
  await expect.poll(() => page.locator('.pdf-page canvas').count()).toBeLessThan(6)
  await page.getByLabel('Page', { exact: false }).first().fill('33')
  await page.keyboard.press('Enter')
  await page.getByText('Page number 33', { exact: true }).waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('.pdf-page canvas').count()).toBeLessThan(8)
  expect(troubles).toEqual([])
})

it('finds a text and goes to its page, and shows pages larger and smaller', async () => {
  const { page, mount, picture } = await harness.open()
  await mount('pdf', toFile({ content: report.toString('base64') }))
  await page.getByLabel('Find in the PDF').fill('needle')
  await page.keyboard.press('Enter')
  await page.getByText('Needle on page 40').waitFor({ state: 'attached' })
  await page.getByText('on 1 page', { exact: true }).waitFor()
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('pdf-found')?.size)).toBe(1)
  await picture('pdf-found')
  const width = () =>
    page
      .locator('.pdf-page')
      .first()
      .evaluate((element) => element.clientWidth)
  const before = await width()
  await page.getByRole('button', { name: 'Larger' }).click()
  await expect.poll(width).toBeGreaterThan(before * 1.2)
})

it.each([
  [toFile({ content: '!!! no base64' }), 'The content is no base64.'],
  [toFile({ content: Buffer.from('no pdf at all').toString('base64') }), 'The file is no PDF, or a broken one.'],
  [toFile({}), 'The file report.pdf has neither content nor url.'],
  [{ rows: [] }, 'The answer has no data_format.data_type'],
])('says what is wrong with a broken file', async (data, message) => {
  const { page, mount, calls } = await harness.open()
  await mount('pdf', data)
  await expect.poll(() => page.getByRole('alert').textContent()).toContain(message)
  await expect.poll(async () => (await calls()).report[0]?.message).toContain(message)
})

it('tells a host that does not answer from one that does not have the file', async () => {
  const { page, mount } = await harness.open()
  await mount('pdf', toFile({ url: `${base}/gone.pdf` }))
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('answered 404')
  await mount('pdf', toFile({ url: `${base}/closed.pdf` }))
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('CORS')
  await mount('pdf', toFile({ url: 'javascript:alert(1)' }))
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('no full web address')
})
