import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { openDesk, type Desk } from './desk.ts'

/** Nothing of the real site is asked: the browser is handed an empty page under its address. */
describe.each(['https://pro.openbb.co', 'https://excel.openbb.co'])('a page at %s', (origin) => {
  let desk: Desk
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
    // What the user answers when Chrome asks whether the site may reach devices of the local network.
    const context = await desk.browser.newContext({ permissions: ['local-network-access'] })
    await context.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
    page = await context.newPage()
    await page.goto(origin)
  })
  afterAll(() => desk.close())

  it('is a secure page that reads a backend over plain HTTP on this machine, without any --origin', async () => {
    expect(await page.evaluate(() => [globalThis.isSecureContext, location.origin])).toEqual([true, origin])
    const { url } = desk.backend
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect(await ask(page, `${url}/widgets.json`)).toMatchObject({ status: 200 })
    expect(await ask(page, `${url}/widgets/prices`)).toMatchObject({ status: 200 })
    expect(await ask(page, `${url}/widgets/missing`)).toMatchObject({ status: 404 })
  })

  it('reads it by the name localhost as well', async () => {
    const url = `http://localhost:${desk.backend.port}/widgets/prices`
    expect(await ask(page, url)).toMatchObject({ status: 200, body: [{ symbol: 'AAPL' }] })
  })
})
