import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defineBackend, pdf } from 'deskwright'
import { localFiles, serve, type RunningServer } from 'deskwright/node'
import { root } from '../house/root.ts'
import { writePdf } from '../workbench/pdf-file.ts'
import { openBrowser } from './browser/open-browser.ts'

const library = join(root, 'node_modules/pdfjs-dist/build')
const viewer = `<!doctype html><link rel="icon" href="data:"><script type="module">
  import { getDocument, GlobalWorkerOptions } from '/pdf.min.mjs'
  GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs'
  window.readPage = async (url, number) => {
    const opened = await getDocument({ url, disableAutoFetch: true, disableStream: true }).promise
    const { items } = await (await opened.getPage(number)).getTextContent()
    return { pages: opened.numPages, text: items.map(({ str }) => str).join('') }
  }
</script>`

declare global {
  interface Window {
    readonly readPage?: (url: string, number: number) => Promise<{ readonly pages: number; readonly text: string }>
  }
}

const pages = 400
/** Each page has a long comment, so that the whole is 20 MB and one page is little of it. */
const document = writePdf(pages, (page) => `Sheet ${page}) Tj %${'-'.repeat(50_000)}\n(`)

let home: string
let browser: Browser
let backend: RunningServer
let site: Server

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'deskwright-ranges-'))
  await writeFile(join(home, 'large.pdf'), document)
  site = createServer((request, response) => {
    const name = request.url!.slice(1)
    if (!name.endsWith('.mjs')) return response.setHeader('Content-Type', 'text/html').end(viewer)
    return void readFile(join(library, name)).then((text) =>
      response.setHeader('Content-Type', 'text/javascript').end(text),
    )
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const files = localFiles(home)
  const report = pdf({ name: 'Report', byUrl: true, load: () => files.load('large.pdf') })
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  backend = await serve(defineBackend({ name: 'Files', widgets: { report }, origins: [origin] }), { port: 0 })
  browser = await openBrowser(join(home, 'profile'))
})

afterAll(async () => {
  await browser.close()
  await backend.close()
  site.close()
  await rm(home, { recursive: true, force: true })
})

it('a viewer on another origin reads the pages that are looked at, and little more', async () => {
  const page = await browser.newPage()
  const answers: { readonly status: number; readonly length: number }[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/report/file') || response.request().method() !== 'GET') return
    answers.push({ status: response.status(), length: Number(response.headers()['content-length']) })
  })
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => window.readPage !== undefined)
  const read = await page.evaluate(async (base) => {
    const { url } = (await (await fetch(`${base}/widgets/report`)).json()) as { url: string }
    return window.readPage!(url, 333)
  }, backend.url)
  expect(read).toEqual({ pages, text: 'Sheet 333' })
  const parts = answers.filter(({ status }) => status === 206)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(document.length / 10)
})
