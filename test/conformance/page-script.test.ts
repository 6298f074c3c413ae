import { runInNewContext } from 'node:vm'
import { html, markup, pageScript, setParamsScript, trusted } from 'deskwright'
import { expect } from 'vitest'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'

type Listener = (event: { source: unknown; data: unknown }) => void

/** Runs the script of a page where Workspace stands around it. The real browser is asked in `test/e2e`. */
const openPage = (script: string) => {
  const log: unknown[] = []
  const listeners: Listener[] = []
  const parent = { postMessage: (message: unknown) => log.push(structuredClone(message)) }
  const window = {
    parent,
    location: { search: '?symbol=IBM' },
    addEventListener(type: string, listener: Listener) {
      log.push(`listens to ${type}`)
      listeners.push(listener)
    },
    removeEventListener: () => undefined,
  }
  const seen: unknown[] = []
  runInNewContext(`${pageScript}\n${script}`, { window, URLSearchParams, seen })
  const tell = (data: unknown, source: unknown = parent) => listeners.forEach((listen) => listen({ source, data }))
  return { log, seen, tell }
}

const widgets = `widgets: { rows: { name: 'Rows', dataType: 'table', load: () => [{ a: 1 }] } }`
const announced = { type: 'openbb-connect', widgets: [{ widgetId: 'rows', name: 'Rows', dataType: 'table' }] }

requirement('FRAME-06', () => {
  expect(openPage(`connectPage({ ${widgets} })`).log).toEqual(['listens to message', announced])
})

requirement('FRAME-07', async () => {
  const page = openPage(`connectPage({ ${widgets} })`)
  page.tell({ type: 'openbb-request', widgetId: 'rows' })
  await expect
    .poll(() => page.log.at(-1))
    .toEqual({
      type: 'openbb-data',
      widgetId: 'rows',
      dataType: 'table',
      data: [{ a: 1 }],
    })
  page.tell({ type: 'openbb-request', widgetId: 'rows' }, 'another window')
  expect(page.log).toHaveLength(3)
})

requirement('FRAME-08', () => {
  const { log } = openPage(`connectPage().setParams({ symbol: 'MSFT' })`)
  expect(log.at(-1)).toEqual({ type: 'openbb:widget-params:update', params: { symbol: 'MSFT' } })
})

requirement('FRAME-09', () => {
  const { seen, tell } = openPage('connectPage({ onParams: (values) => seen.push(values) })')
  tell({ type: 'openbb-params-update', params: { symbol: 'A', days: 5, none: null, several: ['x', 'y'] } })
  tell({ type: 'openbb-params-update', params: { symbol: { value: 'B' } } })
  tell({ type: 'openbb-params-update', params: [{ paramName: 'symbol', value: 'C' }] })
  expect(structuredClone(seen)).toEqual([
    { symbol: 'IBM' },
    { symbol: 'A', days: '5', none: '', several: 'x,y' },
    { symbol: 'B' },
    { symbol: 'C' },
  ])
})

requirement('FRAME-10', () => {
  const { seen, tell } = openPage('connectPage({ onHeaders: (headers) => seen.push(headers) })')
  tell({ type: 'openbb-auth', headers: { 'X-KEY': 'k' } })
  expect(structuredClone(seen)).toEqual([{ 'X-KEY': 'k' }])
})

requirement('FRAME-11', () => {
  const { log } = openPage('connectPage()')
  expect(log.indexOf('listens to message')).toBe(0)
})

requirement('HTML-03', async (connect) => {
  const script = `${setParamsScript} setParams({ isin: 'XS1', tags: ['a', 'b'] })`
  const load = () => markup`<script type="module">${trusted(script)}</script>`
  const page = await (await (await connect(one(html({ name: 'Page', load })))).send('/widgets/w')).text()
  const [, sent = ''] = /^<script type="module">(.*)<\/script>$/s.exec(page) ?? []
  const window = new EventTarget()
  const seen: unknown[] = []
  window.addEventListener('openbb:widget-params:update', (event) => seen.push((event as CustomEvent).detail))
  runInNewContext(sent, { window, CustomEvent })
  expect(structuredClone(seen)).toEqual([
    { type: 'openbb:widget-params:update', params: { isin: 'XS1', tags: ['a', 'b'] } },
  ])
})
