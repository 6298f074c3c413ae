import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HarnessOptions, HarnessWidget } from '../../packages/workbench/src/harness.ts'
import { openHarness, type Harness } from './harness.ts'
import { servePages, type Pages } from './pages.ts'
import { writePdf } from './pdf-file.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const file = {
  data_format: { data_type: 'pdf', filename: 'a.pdf' },
  content: writePdf(3, (page) => `Page ${page}`).toString('base64'),
}
const desk = `<!doctype html><html lang="en"><title>Desk</title><h1>Desk</h1><script>parent.postMessage({ type: 'openbb-connect',
  widgets: [{ widgetId: 'a', name: 'Positions', dataType: 'table' }],
  params: [{ paramName: 'on', type: 'boolean', value: 'true' }] }, '*')</script>`

let harness: Harness
let pages: Pages
beforeAll(async () => {
  harness = await openHarness(
    ...'metric markdown note newsfeed html iframe youtube pdf omni files documents'.split(' '),
  )
  pages = await servePages({ '/desk': desk })
})
afterAll(async () => {
  pages.close()
  await harness.close()
})

const cases: readonly (readonly [string, unknown, string, HarnessWidget?, HarnessOptions?])[] = [
  [
    'metric',
    [
      { label: 'AUM', value: 1, delta: '-2' },
      { label: 'VaR', value: 2, delta: 3 },
    ],
    '.metric',
  ],
  [
    'markdown',
    '# Title\n\n[link](https://a.example) `code` $x^2$\n\n|a|b|\n|-|-|\n|1|2|\n\n![p](https://a.example/p)',
    'math',
  ],
  ['note', '# Note', 'h1'],
  ['newsfeed', [{ title: 'One', date: '2026-01-01', author: 'A', excerpt: 'B', body: 'C' }], '.newsfeed-entry'],
  ['html', '<h1>Page</h1>', 'iframe'],
  ['youtube', 'https://youtu.be/aqz-KE-bpKQ', '.youtube-cover'],
  ['youtube', 'no video', '[role=alert]'],
  ['iframe', undefined, '.page-bar', { endpoint: '/desk' }],
  ['pdf', file, '.pdf-text span'],
  ['omni', undefined, '.omni-prompt', { params: [{ paramName: 'prompt', type: 'text', label: 'Prompt' }] }],
]

it.each(cases)('is accessible in both themes: %s', async (type, data, awaited, widget = {}, options = {}) => {
  const { page, mount, update } = await harness.open()
  await page.evaluate(axe)
  await mount(type, data, widget, { base: pages.url, ...options })
  for (const theme of ['dark', 'light'] as const) {
    await update(data, { theme })
    await page.locator(awaited).first().waitFor({ state: 'attached' })
    const { violations } = await page.evaluate<AxeResults>('axe.run("#widget", { iframes: false })')
    const found = violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html}`))
    expect(found, theme).toEqual([])
  }
})
