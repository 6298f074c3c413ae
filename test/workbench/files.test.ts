import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHarness, type Harness } from './harness.ts'
import { writePdf } from './pdf-file.ts'
import { wordFile } from './word-file.ts'

const encode = (value: string | Buffer) => Buffer.from(value).toString('base64')
const toFile = (filename: string, value: string | Buffer) => ({
  data_format: { data_type: filename.split('.').at(-1), filename },
  content: encode(value),
})
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const store: Readonly<Record<string, unknown>> = {
  'a.csv': toFile('a.csv', 'isin,price\nXS1,99.5\nXS2,101'),
  'b.md': toFile('b.md', '# Minutes\n\n<img src=x onerror="window.hurt=1">'),
  'c.docx': { data_format: { data_type: 'docx', filename: 'c.docx' }, content: wordFile },
  'd.json': toFile('d.json', '{"a":[1,2]}'),
  'e.html': toFile('e.html', '<h1>Old page</h1><script>document.body.append("ran"); top.hurt = 1</script>'),
  'f.png': { data_format: { data_type: 'png', filename: 'f.png' }, content: pixel },
  'g.pdf': toFile(
    'g.pdf',
    writePdf(2, (page) => `Sheet ${page}`),
  ),
  'h.xlsx': toFile('h.xlsx', 'PK'),
  'i.txt': toFile('i.txt', 'long line\n'.repeat(5_000_000)),
  'j.png': toFile('j.png', 'no picture'),
  'k.docx': toFile('k.docx', 'no document'),
  gone: { error_type: 'not_found', content: 'gone.pdf was deleted' },
}

let harness: Harness
let backend: Server
let base = ''
const asked: string[] = []
beforeAll(async () => {
  harness = await openHarness('multi-file-viewer', 'pdf', 'files', 'documents', 'markdown', 'table')
  backend = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://here')
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
      })
      response.end(JSON.stringify(body))
    }
    if (request.method === 'OPTIONS') return answer(200, {})
    if (pathname === '/list') {
      asked.push(request.url!)
      const values = searchParams.get('category') === 'few' ? ['gone'] : Object.keys(store)
      return answer(
        200,
        values.map((value) => ({ label: `File ${value}`, value })),
      )
    }
    if (pathname === '/old' && request.method === 'GET') {
      asked.push(`GET ${request.url}`)
      return answer(200, store[searchParams.get('doc')!])
    }
    if (pathname !== '/files' || request.method !== 'POST') return answer(405, { detail: 'Method Not Allowed' })
    void answerFiles()
    async function answerFiles(): Promise<void> {
      const body = await text(request)
      asked.push(`POST ${body}`)
      const { doc } = JSON.parse(body) as { readonly doc: readonly string[] }
      answer(
        200,
        doc.map((name) => store[name] ?? { error_type: 'not_found', content: 'never heard of it' }),
      )
    }
    return undefined
  })
  backend.listen(0, '127.0.0.1')
  await once(backend, 'listening')
  base = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`
})
afterAll(async () => {
  backend.close()
  backend.closeAllConnections()
  await harness.close()
})

const widget = {
  endpoint: 'files',
  params: [
    {
      paramName: 'doc',
      type: 'endpoint',
      optionsEndpoint: '/list',
      roles: ['fileSelector'],
      multiSelect: true,
      show: false,
    },
    { paramName: 'category', type: 'text' },
  ],
} as const

it('opens files of every kind, each from the list', async () => {
  const { page, mount, update, picture, troubles } = await harness.open()
  asked.length = 0
  const values = { doc: ['b.md'], category: 'all' }
  await mount('multi_file_viewer', undefined, widget, { base, values })
  await page.getByRole('heading', { name: 'Minutes' }).waitFor()
  expect(asked).toEqual(['/list?category=all', 'POST {"doc":["b.md"],"category":"all"}'])
  const open = async (name: string) => await page.getByRole('button', { name: `File ${name}` }).click()
  await open('a.csv')
  await page.getByText('XS2').waitFor()
  await picture('files-csv')
  await open('c.docx')
  await page.getByText('Nothing was decided.').waitFor()
  await open('d.json')
  await page.getByText('"a": [').waitFor()
  await open('e.html')
  await page.frameLocator('.file-page').getByText('Old page').waitFor()
  expect(await page.frameLocator('.file-page').getByText('ran').count()).toBe(0)
  await open('f.png')
  await expect
    .poll(() => page.getByAltText('f.png').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1)
  await open('g.pdf')
  await page.getByText('Sheet 1').waitFor({ state: 'attached' })
  await picture('files-pdf-dark')
  await update(undefined, { theme: 'light' })
  await picture('files-pdf-light')
  await open('h.xlsx')
  await page.getByRole('button', { name: 'Save 2 bytes' }).waitFor()
  await open('i.txt')
  await page.getByText(/^Only the first [\d,]+ of 50,000,000 characters/).waitFor()
  for (const broken of ['j.png', 'k.docx', 'gone']) {
    await open(broken)
    await page.getByRole('alert').waitFor()
  }
  await expect.poll(() => page.getByRole('alert').textContent()).toBe('gone.pdf was deleted')
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  // The browser says that it did not run the script of the page.
  for (const trouble of troubles) expect(trouble).toContain('sandboxed')
})

it('asks for ticked files too, once each and in order', async () => {
  const { page, mount } = await harness.open()
  await mount('multi_file_viewer', undefined, widget, { base, values: { doc: 'f.png' } })
  await page.getByAltText('f.png').waitFor()
  asked.length = 0
  await page.getByLabel('Let agents read File b.md').check()
  await expect.poll(() => asked).toEqual(['POST {"doc":["b.md","f.png"]}'])
  await page.getByAltText('f.png').waitFor()
})

it('loads the list again when another param changes', async () => {
  const { page, mount, update } = await harness.open()
  await mount('multi_file_viewer', undefined, widget, { base, values: { category: 'all' } })
  await page.getByText('XS2').waitFor()
  await update(undefined, { values: { category: 'few' } })
  await page.getByRole('alert').getByText('gone.pdf was deleted').waitFor()
  await expect.poll(() => page.locator('.files-list li').count()).toBe(1)
})

it('asks one by one where POST is refused, and says that this is old', async () => {
  const { page, mount, calls } = await harness.open()
  asked.length = 0
  await mount(
    'multi_file_viewer',
    undefined,
    { ...widget, endpoint: 'old' },
    { base, values: { doc: ['a.csv'], category: 'all' } },
  )
  await page.getByText('XS2').waitFor()
  expect(asked).toContain('GET /old?doc=a.csv&category=all')
  await expect.poll(async () => (await calls()).report[0]?.message).toContain('old protocol')
})

it('says that there are no files, or no selector', async () => {
  const { page, mount } = await harness.open()
  await mount('multi_file_viewer', undefined, { ...widget, params: [] }, { base })
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('no file selector')
  const lost = { ...widget, params: [{ ...widget.params[0], optionsEndpoint: '/lost' }] }
  await mount('multi_file_viewer', undefined, lost, { base })
  await page.getByText('Files not found').waitFor()
  await expect.poll(() => page.locator('.files-list').count()).toBe(0)
})

it('loads the list and the opened file again when it is refreshed, and keeps the file open', async () => {
  const { page, mount, update } = await harness.open()
  await mount('multi_file_viewer', undefined, widget, { base, values: { doc: ['b.md'] } })
  await page.getByRole('button', { name: 'File d.json' }).click()
  await page.getByText('"a": [').waitFor()
  asked.length = 0
  await expect
    .poll(async () => {
      await update(undefined)
      return asked.slice(0, 2)
    })
    .toEqual(['/list', 'POST {"doc":["d.json"]}'])
  await page.getByText('"a": [').waitFor()
})
