import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './desk.ts'

describe('the page for people', () => {
  let desk: Desk
  let complaints: string[]
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())
  beforeEach(async () => {
    page = await desk.browser.newPage({ viewport: { width: 360, height: 640 } })
    complaints = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith(desk.backend.url)) complaints.push(request.url())
    })
    await page.goto(desk.backend.url)
  })

  it('says what is served and which URL to enter in Workspace', async () => {
    expect(await page.title()).toBe('Browser desk')
    expect(await page.locator('pre').textContent()).toBe(desk.backend.url)
    expect(await page.locator('td code').allTextContents()).toContain('prices')
  })

  it('asks nobody else for anything, and the browser has nothing to complain about', () => {
    expect(complaints).toEqual([])
  })

  it('fits on a phone', async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
  })

  it.each(['light', 'dark'] as const)('is readable when the system is %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    const colors = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.background = 'Canvas'
      return [getComputedStyle(document.body).color, getComputedStyle(probe).backgroundColor]
    })
    const [ink = 0, paper = 0] = colors.map((color) => Number(/\d+/.exec(color)))
    expect(Math.abs(ink - paper)).toBeGreaterThan(180)
    expect(paper > 128).toBe(colorScheme === 'light')
  })
})
