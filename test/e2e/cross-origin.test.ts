import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServingCli } from '../cli/cli.ts'
import { ask } from './ask.ts'
import { canTrust } from './browser/trust.ts'
import { openDesk, type Desk } from './desk.ts'
import { servePage, type PageServer } from './page-server.ts'

const schemes = [
  { scheme: 'http', options: [] },
  { scheme: 'https', options: ['--https'] },
]

const withKey = { 'X-API-KEY': 'k' }

describe.each(canTrust ? schemes : schemes.slice(0, 1))(
  'a page of another origin, over $scheme',
  ({ scheme, options }) => {
    let friend: PageServer
    let stranger: PageServer
    let desk: Desk
    let backend: ServingCli
    let page: Page

    const open = async ({ origin }: PageServer): Promise<Page> => {
      const opened = await desk.browser.newPage()
      await opened.goto(origin)
      return opened
    }

    beforeAll(async () => {
      ;[friend, stranger] = await Promise.all([servePage(), servePage()])
      desk = await openDesk('--origin', friend.origin, ...options)
      backend = desk.backend
      page = await open(friend)
    })
    afterAll(async () => {
      await desk.close()
      friend.close()
      stranger.close()
    })

    it('is told a URL of this scheme', () => {
      expect(backend.url).toMatch(new RegExp(`^${scheme}://`))
    })

    it('reads data with a custom header, after asking for permission', async () => {
      const seen = await ask(page, `${backend.url}/widgets/prices?symbol=MSFT&days=2`)
      expect(seen).toMatchObject({ status: 200, body: [{ symbol: 'MSFT', days: 2, close: 230.5 }] })
      expect(seen.headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': expect.any(String) })
      await backend.progress.until(/"method":"OPTIONS","path":"\/widgets\/prices",.*"status":204/)
    })

    it('reads the documents', async () => {
      const names = ['widgets.json', 'apps.json', 'agents.json']
      const seen = await Promise.all(names.map((name) => ask(page, `${backend.url}/${name}`)))
      expect(seen.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(seen[0]?.body).toHaveProperty('prices.endpoint', 'widgets/prices')
    })

    it('posts JSON under the content type that the browser chooses', async () => {
      const question = { method: 'POST', headers: withKey, body: JSON.stringify({ prompt: 'Olá' }) }
      const seen = await ask(page, `${backend.url}/widgets/echo`, question)
      expect(seen).toMatchObject({ status: 200, body: { content: 'Olá' } })
    })

    it('submits a form', async () => {
      const question = { method: 'POST', headers: withKey, body: JSON.stringify({ symbol: 'FRIEND', buy: true }) }
      expect(await ask(page, `${backend.url}/forms/order`, question)).toMatchObject({ status: 200 })
      await backend.progress.until(/ordered FRIEND/)
    })

    it('reads why a loader refused', async () => {
      const seen = await ask(page, `${backend.url}/widgets/missing`)
      expect(seen).toMatchObject({ status: 404, body: { detail: 'Ticker ZZZ not found' } })
    })

    it('reads that nothing is served at a path', async () => {
      const seen = await ask(page, `${backend.url}/widgets/price`)
      expect(seen).toMatchObject({ status: 404, body: { detail: expect.stringContaining('/widgets/prices') } })
    })

    it('reads which parameter is wrong', async () => {
      const seen = await ask(page, `${backend.url}/widgets/prices?days=many`)
      expect(seen).toMatchObject({ status: 422, body: { detail: 'days: expected a number, got "many"' } })
    })

    it('reads that a loader failed, and the request id to look for in the log, but not why', async () => {
      const seen = await ask(page, `${backend.url}/widgets/broken`)
      const id = seen.headers['x-request-id']
      expect(seen.status).toBe(500)
      expect(seen.body).toEqual({ detail: expect.stringMatching(new RegExp(`widget "broken" failed.*${id}`)) })
      await backend.progress.until(/the secret of the loader/)
    })

    it('waits for a slow answer while it reads others', async () => {
      const slow = ask(page, `${backend.url}/widgets/slow`)
      await backend.progress.until(/slow is waiting/)
      expect(await ask(page, `${backend.url}/widgets/prices`)).toMatchObject({ status: 200 })
      expect(await ask(page, `${backend.url}/widgets/release`)).toMatchObject({ status: 200 })
      expect(await slow).toMatchObject({ status: 200, body: 'Late, but here' })
    })

    it('stops a loader by leaving', async () => {
      const visitor = await open(friend)
      const leaving = ask(visitor, `${backend.url}/widgets/endless`).catch(() => 'left')
      await backend.progress.until(/endless is waiting/)
      await visitor.close()
      await backend.progress.until(/endless was told to stop/)
      expect(await leaving).toBe('left')
    })

    describe('that is not allowed', () => {
      let strange: Page

      beforeAll(async () => {
        strange = await open(stranger)
      })

      it.each([
        ['with a custom header', withKey],
        ['without one', {}],
      ])('reads nothing %s', async (_how, headers) => {
        await expect(ask(strange, `${backend.url}/widgets/prices`, { headers })).rejects.toThrow('Failed to fetch')
      })

      it('does not get a loader to run when it sends a custom header', async () => {
        await expect(ask(strange, `${backend.url}/widgets/prices?symbol=STRANGER`)).rejects.toThrow('Failed to fetch')
        await backend.progress.until(/"method":"OPTIONS".*STRANGER/)
        expect(backend.progress.text).not.toMatch(/"method":"GET".*STRANGER/)
      })

      it('does not get a form submitted, although its browser does not ask before', async () => {
        const body = JSON.stringify({ symbol: 'STRANGER', buy: true })
        const submit = ask(strange, `${backend.url}/forms/order`, { method: 'POST', body })
        await expect(submit).rejects.toThrow('Failed to fetch')
        await backend.progress.until(/"method":"POST","path":"\/forms\/order",.*"status":40[03]/)
        expect(backend.progress.text).not.toContain('ordered STRANGER')
      })
    })
  },
)
