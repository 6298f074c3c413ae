import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openHarness, type Harness } from './harness.ts'
import { hasCapture, serveReplay, type ReplayServer } from './replay-server.ts'

let harness: Harness
let backend: Server
let base = ''
const asked: unknown[] = []
beforeAll(async () => {
  harness = await openHarness('omni', 'documents', 'markdown', 'table', 'chart')
  backend = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    if (request.method === 'OPTIONS') return response.writeHead(204, headers).end()
    void text(request).then((body) => {
      const question = JSON.parse(body) as { readonly prompt: string }
      asked.push(question)
      if (question.prompt === 'fail') return response.writeHead(422, headers).end('{"detail":"No such prompt"}')
      if (question.prompt === 'text') return response.writeHead(200, headers).end('"just a text"')
      const content = '<script>window.hurt = 1</script>\n\n[click](javascript:window.hurt=1) **done**'
      const extra_citations = [{ source_info: { type: 'widget', name: '<img src=x onerror="window.hurt=1">' } }]
      return response
        .writeHead(200, headers)
        .end(JSON.stringify({ content, data_format: { data_type: 'object', parse_as: 'text' }, extra_citations }))
    })
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

const prompt = { paramName: 'prompt', type: 'text', label: 'Prompt', show: false } as const

describe.runIf(hasCapture)('prompts of the reference backend', () => {
  async function serve(): Promise<ReplayServer> {
    const replay = await serveReplay()
    onTestFinished(() => replay.close())
    return replay
  }

  it('are answered by text, a table and a chart, with citations', async () => {
    const { url } = await serve()
    const { page, mount, update, picture, calls, troubles } = await harness.open()
    const values = { type: 'table', include_metadata: true }
    await mount('omni', undefined, { endpoint: 'omni-widget-with-citations', params: [prompt] }, { base: url, values })
    await page.getByText('Write a prompt').waitFor()
    await page.getByLabel('Prompt').fill('hello')
    await page.keyboard.press('Enter')
    await page.getByText('More sample data').waitFor()
    await page.locator('summary').click()
    await page.getByText('omni_widget_response.md').waitFor()
    await picture('omni-table-dark')
    await update(undefined, { values: { type: 'chart', include_metadata: true } })
    await page.locator('.js-plotly-plot').waitFor()
    await picture('omni-chart')
    await update(undefined, { values: { type: null, include_metadata: true }, theme: 'light' })
    await page.getByText('Omni Widget with Citation Support').waitFor()
    await picture('omni-text-light')
    expect((await calls()).report.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(troubles).toEqual([])
  })
})

it('asks at once when the prompt has a value, with all other values', async () => {
  const { page, mount } = await harness.open()
  asked.length = 0
  const values = { prompt: 'go', kinds: ['a', 'b'], size: 3 }
  await mount('omni', undefined, { endpoint: 'ask', params: [prompt] }, { base, values })
  await page.getByText('done').waitFor()
  await expect.poll(() => asked).toEqual([{ prompt: 'go', kinds: ['a', 'b'], size: 3 }])
})

it('shows what strangers answer as the letters it is', async () => {
  const { page, mount, troubles } = await harness.open()
  await mount('omni', undefined, { endpoint: 'ask', params: [prompt] }, { base, values: { prompt: 'go' } })
  await page.getByText('done').waitFor()
  await page.getByText('click').click()
  await expect.poll(() => page.locator('summary').textContent()).toContain('<img src=x')
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(troubles).toEqual([])
})

it('shows the error of the backend, and then another answer', async () => {
  const { page, mount, calls } = await harness.open()
  await mount('omni', undefined, { endpoint: 'ask', params: [prompt] }, { base })
  await page.getByLabel('Prompt').fill('fail')
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect.poll(() => page.getByRole('alert').textContent()).toBe('No such prompt')
  await page.getByLabel('Prompt').fill('text')
  await page.keyboard.press('Enter')
  await page.getByText('just a text').waitFor()
  await expect
    .poll(async () => (await calls()).report.map(({ message }) => message))
    .toEqual(['No such prompt', 'The answer has no content.'])
})

it('asks the last prompt again when it is refreshed', async () => {
  const { page, mount, update } = await harness.open()
  await mount('omni', undefined, { endpoint: 'ask', params: [prompt] }, { base, values: { prompt: 'go' } })
  await page.getByText('done').waitFor()
  asked.length = 0
  await expect
    .poll(async () => {
      await update(undefined)
      return asked.length
    })
    .toBeGreaterThan(0)
  expect(asked[0]).toEqual({ prompt: 'go' })
})
