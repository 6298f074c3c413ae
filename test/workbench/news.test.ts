import { afterAll, beforeAll, expect, it } from 'vitest'
import { waitForFocus } from './focus.ts'
import { openHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness('newsfeed', 'markdown', 'documents')
})
afterAll(async () => await harness.close())

const articles = [
  {
    title: 'Rates stay where they are',
    date: '2026-03-31T14:30:00Z',
    author: 'A. Writer',
    excerpt: 'The committee left rates unchanged, as most had expected, and said that it would wait.',
    body: '## What was said\n\nThe committee **left** rates unchanged.\n\n| Rate | Level |\n|-|-|\n| Upper | 4.5 % |',
  },
  { title: 'Oil slips', date: '2026-03-30', author: '', excerpt: 'Stocks rose.' },
  {
    title: '<b onclick=alert(1)>Bold</b>',
    date: 'last week',
    author: 'B',
    excerpt: '',
    body: '<img src=x onerror="hurt=1">',
  },
]

it('lists articles, opens one with the keyboard and comes back', async () => {
  const { page, mount, update, picture, calls, troubles } = await harness.open()
  await mount('newsfeed', articles)
  await expect
    .poll(() => page.locator('time').allTextContents())
    .toEqual(['Mar 31, 2026, 2:30 PM', 'Mar 30, 2026', 'last week'])
  await picture('news-dark')
  await update(articles, { theme: 'light' })
  await picture('news-light')
  await page.keyboard.press('Tab')
  await waitForFocus(page.getByRole('button', { name: 'Rates stay where they are' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What was said' }).waitFor()
  await picture('news-article')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.newsfeed-entry').count()).toBe(3)
  await page.getByText('<b onclick=alert(1)>Bold</b>').click()
  await page.getByRole('button', { name: 'All articles' }).waitFor()
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  await expect.poll(async () => (await calls()).report.map(({ path }) => path)).toEqual(['[2].date'])
  expect(troubles).toEqual([])
})

it('shows a hundred of many, and more when asked', async () => {
  const { page, mount } = await harness.open()
  await mount(
    'newsfeed',
    Array.from({ length: 20_000 }, (_, index) => ({ ...articles[1], title: `Article ${index}` })),
  )
  await expect.poll(() => page.locator('.newsfeed-entry').count()).toBe(100)
  await page.getByRole('button', { name: 'Show more of 20,000' }).click()
  await expect.poll(() => page.locator('.newsfeed-entry').count()).toBe(200)
})

it('says that there is none, or that it is no list', async () => {
  const { page, mount } = await harness.open()
  await mount('newsfeed', [])
  await expect.poll(() => page.getByRole('status').textContent()).toBe('No articles')
  await mount('newsfeed', { articles })
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('data.dataKey')
})
