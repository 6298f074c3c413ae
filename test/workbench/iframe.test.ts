import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openHarness, type Harness } from './harness.ts'
import { servePages, type Pages } from './pages.ts'

const log = `<script>
  const heard = []
  addEventListener('message', ({ data }) => {
    heard.push(data)
    document.title = data.type
    document.querySelector('pre').textContent = JSON.stringify(heard)
  })
  const say = (message) => parent.postMessage(message, '*')
</script><pre></pre>`

const pages = {
  '/plain': '<h1>Plain page</h1>',
  '/desk': `${log}<script>
    addEventListener('message', ({ data }) => {
      if (data.type !== 'openbb-request') return
      if (data.widgetId === 'rows') say({ type: 'openbb-data', widgetId: 'rows', dataType: 'table', data: [{ isin: 'XS1', price: 99.5 }] })
      if (data.widgetId === 'text') say({ type: 'openbb-data', widgetId: 'text', dataType: 'markdown', data: '# From the page' })
      if (data.widgetId === 'broken') say({ type: 'openbb-error', widgetId: 'broken', error: 'No session' })
    })
    say({ type: 'openbb-connect',
      widgets: [{ widgetId: 'rows', name: 'Positions', dataType: 'table' }, { widgetId: 'text', name: 'Notes', dataType: 'markdown' },
        { widgetId: 'broken', name: 'Orders', dataType: 'table' }],
      params: [{ paramName: 'size', label: 'Size', type: 'number', value: '5', min: 1 },
        { paramName: 'side', type: 'text', value: 'buy', options: [{ label: 'Buy', value: 'buy' }, { label: 'Sell', value: 'sell' }] }] })
  </script>`,
  '/setter': `<script>
    parent.postMessage({ type: 'openbb:widget-params:update', params: { tickers: ['A', 'B'], gone: null } }, '*')
    parent.postMessage({ type: 'openbb:params:update', paramName: 'isin', value: 'XS1' }, '*')
    parent.postMessage({ type: 'openbb-connect' }, '*')
  </script>`,
  '/hostile': `<script>
    try { top.location = 'https://evil.example/' } catch {}
    try { top.document.title = 'hurt' } catch {}
    try { parent.location.href = 'javascript:window.hurt=1' } catch {}
    window.open('https://evil.example/popup', '_top')
    alert('hurt')
    parent.postMessage('done', '*')
    document.title = 'ran'
  </script><form id="form" action="https://evil.example/" target="_top"><button>x</button></form>
  <script>document.querySelector('#form').submit(); document.body.append('ran to the end')</script>`,
}

let harness: Harness
let server: Pages
beforeAll(async () => {
  harness = await openHarness('iframe', 'html', 'youtube', 'markdown', 'table', 'documents')
  server = await servePages(pages)
})
afterAll(async () => {
  server.close()
  await harness.close()
})

it('loads the page with values and theme, and again with others', async () => {
  const { page, mount, update, troubles } = await harness.open()
  const before = server.asked.length
  const options = { base: server.url, values: { symbol: 'AAA', empty: '' } }
  await mount('iframe', undefined, { endpoint: '/plain' }, options)
  await page.frameLocator('iframe').getByText('Plain page').waitFor()
  await update(undefined, { values: { symbol: 'BBB' } })
  await expect.poll(() => server.asked.slice(before)).toContain('/plain?symbol=BBB&theme=dark')
  expect(server.asked.slice(before)[0]).toBe('/plain?symbol=AAA&theme=dark')
  expect(troubles).toEqual([])
})

it('tells a page that announced itself new values and the headers, without loading it again', async () => {
  const { page, mount, update, picture, troubles } = await harness.open()
  const before = server.asked.length
  const headers = { 'x-api-key': 'secret' }
  await mount('iframe', undefined, { endpoint: '/desk' }, { base: server.url, values: { symbol: 'AAA' }, headers })
  const heard = page.frameLocator('iframe').locator('pre')
  await heard.getByText('openbb-auth').waitFor()
  await update(undefined, { values: { symbol: 'BBB' } })
  await heard.getByText('openbb-params-update').waitFor()
  await page.getByLabel('side').selectOption('sell')
  await heard.getByText('sell').waitFor()
  expect(JSON.parse((await heard.textContent())!)).toEqual([
    { type: 'openbb-auth', headers },
    { type: 'openbb-params-update', params: { symbol: 'BBB' } },
    { type: 'openbb-params-update', params: { symbol: 'BBB', side: 'sell' } },
  ])
  expect(server.asked.slice(before)).toHaveLength(1)
  await picture('iframe-bar')
  expect(troubles).toEqual([])
})

it('shows what an agent gets of the widgets inside the page', async () => {
  const { page, mount, update, picture, troubles } = await harness.open()
  await mount('iframe', undefined, { endpoint: '/desk' }, { base: server.url })
  await page.getByRole('button', { name: 'Notes' }).click()
  await page.getByRole('heading', { name: 'From the page' }).waitFor()
  await page.getByRole('button', { name: 'Orders' }).click()
  await page.getByText('No session').waitFor()
  await page.getByRole('button', { name: 'Positions' }).click()
  await page.getByText('XS1').waitFor()
  await picture('iframe-dark')
  await update(undefined, { theme: 'light' })
  await page.getByRole('button', { name: 'Positions' }).click()
  await page.getByText('XS1').waitFor()
  await picture('iframe-light')
  expect(troubles).toEqual([])
})

it('sets params when the page says so, and reports what it cannot read', async () => {
  const { mount, calls } = await harness.open()
  await mount('iframe', undefined, { endpoint: '/setter' }, { base: server.url })
  await expect.poll(async () => (await calls()).report.length).toBe(1)
  const { setValues, report } = await calls()
  expect(setValues).toEqual([{ tickers: 'A,B', gone: '' }, { isin: 'XS1' }])
  expect(report[0]?.message).toContain('openbb-connect has no list of widgets')
})

it('does not hear a page of another origin that took its place', async () => {
  const other = await servePages({ '/forward': { to: `${server.url}/setter` } })
  onTestFinished(() => other.close())
  const { mount, calls } = await harness.open()
  await mount('iframe', undefined, { endpoint: '/forward' }, { base: other.url })
  await expect.poll(async () => (await calls()).report.length).toBe(1)
  const { setValues, report } = await calls()
  expect(setValues).toEqual([])
  expect(report[0]?.message).toBe(`A message of ${server.url} was not heard: the widget's page is of ${other.url}.`)
})

it('keeps the window where it is, whatever the page tries', async () => {
  const { page, mount, troubles } = await harness.open()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const address = page.url()
  await mount('iframe', undefined, { endpoint: '/hostile' }, { base: server.url })
  await page.frameLocator('iframe').getByText('ran to the end').waitFor()
  expect(page.url()).toBe(address)
  expect(dialogs).toEqual([])
  expect(await page.evaluate(() => 'hurt' in window || document.title === 'hurt')).toBe(false)
  // The browser tells what it kept the page from.
  for (const trouble of troubles) expect(trouble).toMatch(/sandbox|Unsafe attempt|SecurityError|Blocked/i)
})

it.each(['javascript:window.hurt=1', 'data:text/html,<script>top.hurt=1</script>', 'http://desk.example/page'])(
  'does not embed %s',
  async (endpoint) => {
    const { page, mount, troubles } = await harness.open()
    await page.evaluate(() => {
      window.mountRenderer = window.mountRenderer.bind(window)
    })
    await mount('iframe', undefined, { endpoint }, { base: endpoint.startsWith('http') ? '' : endpoint })
    await page.getByRole('alert').waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    expect(troubles).toEqual([])
  },
)
