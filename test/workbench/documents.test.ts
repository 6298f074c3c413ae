import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HarnessWidget } from '../../packages/workbench/src/harness.ts'
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

interface Case {
  readonly type: string
  readonly data?: unknown
  /** What is there once the data is. */
  readonly awaited: string
  readonly widget?: HarnessWidget
}

const text = '# Title\n\n[link](https://a.example) `code` $x^2$\n\n|a|b|\n|-|-|\n|1|2|\n\n![p](https://a.example/p)'
const prompt = { paramName: 'prompt', type: 'text', label: 'Prompt' } as const
const cases: readonly Case[] = [
  { type: 'metric', data: [{ label: 'VaR', value: 2, delta: -3 }], awaited: '.metric' },
  { type: 'markdown', data: text, awaited: 'math' },
  { type: 'note', data: '# Note', awaited: 'h1' },
  { type: 'newsfeed', data: [{ title: 'One', date: '2026-01-01', excerpt: 'B' }], awaited: '.newsfeed-entry' },
  { type: 'html', data: '<h1>Page</h1>', awaited: 'iframe' },
  { type: 'youtube', data: 'https://youtu.be/aqz-KE-bpKQ', awaited: '.youtube-cover' },
  { type: 'youtube', data: 'no video', awaited: '[role=alert]' },
  { type: 'iframe', awaited: '.page-bar', widget: { endpoint: '/desk' } },
  { type: 'pdf', data: file, awaited: '.pdf-text span' },
  { type: 'omni', awaited: '.omni-prompt', widget: { params: [prompt] } },
]

it.each(cases)('is accessible in both themes: $type', async ({ type, data, awaited, widget = {} }) => {
  const { page, mount, update } = await harness.open()
  await page.evaluate(axe)
  await mount(type, data, widget, { base: pages.url })
  for (const theme of ['dark', 'light'] as const) {
    await update(data, { theme })
    await page.locator(awaited).first().waitFor({ state: 'attached' })
    const { violations } = await page.evaluate<AxeResults>('axe.run("#widget", { iframes: false })')
    const found = violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html}`))
    expect(found, theme).toEqual([])
  }
})
