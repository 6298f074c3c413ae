import { createRequire } from 'node:module'
import { join } from 'node:path'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParamsHarnessOptions } from '../../packages/workbench/src/params/params-harness.tsx'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { waitForFocus } from './focus.ts'
import { serveParamsBackend, type ParamsBackend, type WireRequest } from './params-backend.ts'
import { serveParamsPage, type ParamsPage } from './params-page.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

let backend: ParamsBackend
let host: ParamsPage
let browser: WorkbenchBrowser

beforeAll(async () => {
  backend = await serveParamsBackend()
  host = await serveParamsPage()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await host.close()
  await backend.close()
})

/** Opens the page on 31 March 2026 and shows a widget; every widget asks once to begin with. */
async function open(widget: string, options: Partial<ParamsHarnessOptions> = {}): Promise<Page> {
  const page = await browser.openPage(host.url)
  await page.clock.setFixedTime('2026-03-31T12:00:00Z')
  await page.waitForFunction(() => 'mountParams' in window)
  await page.evaluate((given) => window.mountParams(given), { base: backend.url, widget, ...options })
  await page.locator('output[data-status]:not([data-status=loading])').waitFor()
  return page
}

/** Does something and gives what was asked of a path because of it. */
async function askedAfter(path: string, act: () => Promise<unknown>): Promise<WireRequest> {
  const before = backend.asked(path).length
  await act()
  await expect.poll(() => backend.asked(path).length).toBeGreaterThan(before)
  return backend.asked(path).at(-1) as WireRequest
}

/** Takes a picture into the folder named by DESKWRIGHT_PICTURES; does nothing without it. */
async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESKWRIGHT_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const every = 'widgets/every'

describe('the first request', () => {
  it('says all defaults as they are sent: dates resolved, lists joined, hidden params too, empty ones not', async () => {
    const request = await askedAfter(every, async () => await open('every'))
    expect(request).toMatchObject({ method: 'GET', body: undefined })
    expect(request.query).toEqual({
      note: 'hello',
      size: '20',
      live: 'true',
      from: '2025-03-31',
      ticker: 'AAPL',
      desk: 'rates',
      days: '1',
      tags: 'a,b',
      rating: 'ig',
      secret: 'hidden',
      sql: 'select 1',
    })
    expect(request.search).toContain('tags=a%2Cb')
  })

  it('carries the headers and query keys of the connection', async () => {
    const entries = [
      { key: 'X-API-KEY', value: 'secret', location: 'headers' },
      { key: 'team', value: 'a b', location: 'query' },
    ] as const
    const request = await askedAfter(every, async () => await open('every', { entries }))
    expect(request.headers['x-api-key']).toBe('secret')
    expect(request.query['team']).toBe('a b')
  })

  it('says what the widget’s place in an app says', async () => {
    const values = { live: 'False', days: '5,10', from: '2026-01-02' }
    const request = await askedAfter(every, async () => await open('every', { values }))
    expect(request.query).toMatchObject({ live: 'false', days: '5,10', from: '2026-01-02' })
  })
})

describe('the bar', () => {
  it('draws the params in their rows, without those that are hidden', async () => {
    const page = await open('every')
    const rows = await page
      .locator('.param-row')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll<HTMLElement>('.param')].map((param) => param.dataset['param'])),
      )
    expect(rows).toEqual([
      ['note', 'empty', 'size', 'live', 'desk'],
      ['from', 'ticker', 'days'],
      ['tags', 'rating'],
      ['sql'],
    ])
    await page.getByText('free text', { exact: false }).waitFor()
  })

  it('does not draw what omni and server-side tables have as an editor', async () => {
    const page = await open('ask')
    await expect.poll(() => page.locator('.param').allTextContents()).toEqual([expect.stringContaining('Kinds')])
  })

  it('follows values that a group sets', async () => {
    const page = await open('every')
    const request = await askedAfter(every, () => page.evaluate(() => window.setParams({ desk: 'fx', note: 'group' })))
    expect(request.query).toMatchObject({ desk: 'fx', note: 'group' })
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('group')
    await expect.poll(() => page.getByRole('button', { name: 'Desk' }).textContent()).toContain('fx')
  })
})

describe('a change is sent at once', () => {
  it('of a text, by Enter and by leaving, and emptied it is not sent', async () => {
    const page = await open('every')
    const note = page.getByLabel('Note')
    await note.fill('a b&c')
    expect((await askedAfter(every, () => note.press('Enter'))).query['note']).toBe('a b&c')
    await note.fill('')
    expect((await askedAfter(every, () => note.press('Tab'))).query).not.toHaveProperty('note')
  })

  it('of a number', async () => {
    const page = await open('every')
    const size = page.getByLabel('Size')
    await size.fill('1.5')
    expect((await askedAfter(every, () => size.press('Enter'))).query['size']).toBe('1.5')
  })

  it('of a switch', async () => {
    const page = await open('every')
    const live = page.getByRole('switch', { name: 'Live' })
    expect(await live.getAttribute('aria-checked')).toBe('true')
    expect((await askedAfter(every, () => live.press('Space'))).query['live']).toBe('false')
  })

  it('of a date: typed, relative, and wrong, with what it comes to beside it', async () => {
    const page = await open('every')
    const from = page.getByLabel('From')
    const field = page.locator('[data-param=from]')
    await expect.poll(() => field.textContent()).toContain('2025-03-31')
    await from.fill('3/1/2026')
    expect((await askedAfter(every, () => from.press('Enter'))).query['from']).toBe('2026-03-01')
    await from.fill('$currentDate-1M')
    expect((await askedAfter(every, () => from.press('Enter'))).query['from']).toBe('2026-02-28')
    await from.fill('soon')
    expect((await askedAfter(every, () => from.press('Enter'))).query['from']).toBe('2026-03-31')
    await expect.poll(() => from.getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => field.textContent()).toContain('today is sent')
  })

  it('of a picked day', async () => {
    const page = await open('every')
    const request = await askedAfter(every, () =>
      page.locator('[data-param=from] input[type=date]').fill('2026-02-03', { force: true }),
    )
    expect(request.query['from']).toBe('2026-02-03')
    await expect.poll(() => page.getByLabel('From').inputValue()).toBe('2026-02-03')
  })

  it('of a ticker', async () => {
    const page = await open('every')
    const ticker = page.getByLabel('Ticker')
    await ticker.fill('MSFT')
    expect((await askedAfter(every, () => ticker.press('Enter'))).query['ticker']).toBe('MSFT')
  })

  it('of a dropdown, with the keyboard alone', async () => {
    const page = await open('every')
    await page.getByRole('button', { name: 'Desk' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('combobox', { name: 'Search Desk' }).waitFor()
    await page.keyboard.press('ArrowDown')
    const request = await askedAfter(every, () => page.keyboard.press('Enter'))
    expect(request.query['desk']).toBe('fx')
    await waitForFocus(page.getByRole('button', { name: 'Desk' }))
  })

  it('of several choices, as a comma list, and none are no key', async () => {
    const page = await open('every')
    await page.getByRole('button', { name: 'Days' }).click()
    const ten = page.getByRole('option', { name: '10' })
    expect((await askedAfter(every, () => ten.click())).query['days']).toBe('1,10')
    await expect.poll(() => ten.getAttribute('aria-selected')).toBe('true')
    const request = await askedAfter(every, () => page.getByRole('button', { name: 'Clear' }).click())
    expect(request.query).not.toHaveProperty('days')
  })

  it('of tags: added, pasted and taken away', async () => {
    const page = await open('every')
    const tags = page.getByRole('textbox', { name: 'Tags' })
    await tags.fill('c')
    expect((await askedAfter(every, () => tags.press('Enter'))).query['tags']).toBe('a,b,c')
    expect((await askedAfter(every, () => tags.fill('d,e,a'))).query['tags']).toBe('a,b,c,d,e')
    const remove = page.getByRole('button', { name: 'Remove b' })
    expect((await askedAfter(every, () => remove.click())).query['tags']).toBe('a,c,d,e')
    expect((await askedAfter(every, () => tags.press('Backspace'))).query['tags']).toBe('a,c,d')
  })

  it('of tabs, with the arrows', async () => {
    const page = await open('every')
    await page.getByRole('radio', { name: 'ig' }).focus()
    expect((await askedAfter(every, () => page.keyboard.press('ArrowRight'))).query['rating']).toBe('hy')
  })

  it('of code, by Ctrl and Enter in its editor', async () => {
    const page = await open('every')
    const editor = page.locator('[data-param=sql] .cm-content')
    await editor.waitFor()
    await editor.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('select 2')
    expect((await askedAfter(every, () => page.keyboard.press('Control+Enter'))).query['sql']).toBe('select 2')
    await expect.poll(() => page.locator('[data-param=sql] .cm-line span').first().textContent()).toBe('select')
  })
})

describe('a dropdown that the backend fills', () => {
  const options = 'options/book'

  it('asks with the current values of its parents and with what is written', async () => {
    const request = await askedAfter(options, async () => await open('books'))
    expect(request.query).toEqual({ desk: 'rates', limit: '3' })
  })

  it('asks again when a parent changes', async () => {
    const page = await open('books')
    await expect.poll(() => page.getByRole('button', { name: 'Book' }).textContent()).toContain('Book rates 1')
    await page.getByRole('button', { name: 'Desk' }).click()
    const request = await askedAfter(options, () => page.getByRole('option', { name: 'fx' }).click())
    expect(request.query['desk']).toBe('fx')
    await page.getByRole('button', { name: 'Book' }).click()
    await page.getByRole('option', { name: 'Book fx 2' }).click()
    await expect.poll(() => backend.asked('widgets/books').at(-1)?.query).toMatchObject({ desk: 'fx', book: 'fx-2' })
  })

  it('shows what else is known of a choice', async () => {
    const page = await open('books')
    await page.getByRole('button', { name: 'Book' }).click()
    const option = page.getByRole('option').first()
    await expect.poll(() => option.textContent()).toBe('Book rates 1of the rates deskNo 1')
  })

  it('narrows a long list by typing', async () => {
    const page = await open('books')
    await page.getByRole('button', { name: 'Traders' }).click()
    await page.getByText('200 of 500; type to narrow').waitFor()
    await page.getByRole('combobox', { name: 'Search Traders' }).fill('trader 499')
    const request = await askedAfter('widgets/books', () => page.keyboard.press('Enter'))
    expect(request.query['traders']).toBe('trader 499')
  })

  it('says why it has no choices', async () => {
    const page = await open('books')
    await page.locator('[data-param=broken] button[title="The list is away"]').waitFor()
    await page.getByRole('button', { name: 'Broken' }).click()
    await page.getByRole('status').filter({ hasText: 'The list is away' }).waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBe(0)
  })
})

it('a value that is not among the options is kept, sent and marked', async () => {
  const page = await open('books', { values: { book: 'gone' } })
  await page.locator('[data-param=book] button[title="gone: not among the options"]').waitFor()
  await expect.poll(() => backend.asked('widgets/books').at(-1)?.query['book']).toBe('gone')
})

describe('a form', () => {
  const submit = 'forms/add'

  it('shows what the backend refuses, posts JSON with the pressed button, and then the widget is loaded again', async () => {
    const page = await open('clients')
    await page.getByRole('button', { name: 'Add client' }).click()
    const form = page.getByRole('dialog', { name: 'Add client' })
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByRole('alert').getByText('A name is needed').waitFor()

    await form.getByLabel('Name').fill('Ada')
    await form.getByRole('button', { name: 'Kinds' }).click()
    await page.getByRole('option', { name: 'stocks' }).click()
    await page.getByRole('option', { name: 'bonds' }).click()
    await page.keyboard.press('Escape')
    const loaded = backend.asked('widgets/clients').length
    const request = await askedAfter(submit, () => form.getByRole('button', { name: 'Save' }).click())
    expect(request.method).toBe('POST')
    expect(request.headers['content-type']).toBe('application/json')
    expect(request.body).toEqual({
      name: 'Ada',
      kinds: ['stocks', 'bonds'],
      risk: 3,
      since: '2026-03-31',
      vip: false,
      save: true,
    })
    await form.getByRole('status').getByText('loaded again').waitFor()
    await expect.poll(() => backend.asked('widgets/clients').length).toBeGreaterThan(loaded)
    await expect.poll(() => page.locator('output').textContent()).toBe('[{"name":"Ada","kinds":"stocks+bonds"}]')
    expect(backend.asked('widgets/clients').at(-1)?.search).toBe('')
  })

  it('is submitted by Enter with its first button, and by others with theirs', async () => {
    const page = await open('clients')
    await page.getByRole('button', { name: 'Add client' }).click()
    const form = page.getByRole('dialog', { name: 'Add client' })
    const name = form.getByLabel('Name')
    await name.fill('Bob')
    expect((await askedAfter(submit, () => name.press('Enter'))).body).toMatchObject({ name: 'Bob', save: true })
    const replace = form.getByRole('button', { name: 'Replace all' })
    const { body } = await askedAfter(submit, () => replace.click())
    expect(body).toMatchObject({ name: 'Bob', replace: true })
    expect(body).not.toHaveProperty('save')
  })
})

describe('without a mouse and without eyes', () => {
  it.each(['dark', 'light'] as const)('everything is named and readable in the %s theme', async (theme) => {
    const page = await open('every', { theme })
    await page.locator('.cm-content').waitFor()
    await page.getByRole('button', { name: 'Days' }).click()
    await page.getByRole('option').first().waitFor()
    await takePicture(page, `params-${theme}`)
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    const context = { include: ['.params'] }
    const found = await page.evaluate(async (context) => (await window.axe.run(context)).violations, context)
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  it('a form is filled and sent by the keyboard', async () => {
    const page = await open('clients')
    await page.getByRole('button', { name: 'Add client' }).focus()
    await page.keyboard.press('Enter')
    await waitForFocus(page.getByRole('dialog', { name: 'Add client' }).getByLabel('Name'))
    await takePicture(page, 'params-form')
    await page.keyboard.type('Cyd')
    const { body } = await askedAfter('forms/add', () => page.keyboard.press('Enter'))
    expect(body).toMatchObject({ name: 'Cyd' })
    await page.keyboard.press('Escape')
    await waitForFocus(page.getByRole('button', { name: 'Add client' }))
  })
})

describe('a widget that is posted', () => {
  it('says everything in the body: omni', async () => {
    const page = await open('ask')
    const kinds = page.getByRole('textbox', { name: 'Kinds' })
    await kinds.fill('x')
    const request = await askedAfter('widgets/ask', () => kinds.press('Enter'))
    expect(request).toMatchObject({ method: 'POST', search: '', body: { prompt: 'hi', kinds: ['x'] } })
  })

  it('says its params in the query and the rows it wants in the body: a server-side table', async () => {
    const request = await askedAfter('widgets/trades', async () => await open('trades'))
    expect(request).toMatchObject({ method: 'POST', query: { desk: 'rates' }, body: { startRow: 0, endRow: 500 } })
  })
})
