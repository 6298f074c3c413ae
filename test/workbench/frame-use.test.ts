import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForFocus } from './focus.ts'
import { frameOf, openFrameDesk, placeOf, type FrameDesk } from './frame-desk.ts'

let desk: FrameDesk
beforeAll(async () => {
  desk = await openFrameDesk()
})
afterAll(async () => await desk.close())

async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

describe('the keyboard', () => {
  it('moves, resizes and removes a widget, and takes it back', async () => {
    const page = await desk.open()
    await frameOf(page, 'Facts').waitFor()
    await page.getByRole('button', { name: 'Facts: move or resize' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+ArrowDown')
    await expect.poll(() => placeOf(page, 'Facts')).toEqual([1, 13, 20, 6])
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(() => placeOf(page, 'Facts')).toEqual([1, 13, 21, 5])
    await page.getByRole('status').getByText('Facts: column 2, row 14, 21 wide, 5 high').waitFor()
    await page.keyboard.press('Delete')
    await frameOf(page, 'Facts').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await expect.poll(() => placeOf(page, 'Facts')).toEqual([1, 13, 21, 5])
  })

  it('goes through the page in the order people read', async () => {
    const page = await desk.open()
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    const seen: string[] = []
    for (let presses = 0; presses < 60 && !seen.includes('Facts: move or resize'); presses += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
      if (label.endsWith(': move or resize')) seen.push(label)
    }
    expect(seen).toEqual(['Movers: move or resize', 'Story: move or resize', 'Facts: move or resize'])
  })

  it('changes, adds and renames tabs', async () => {
    const page = await desk.open()
    await page.getByRole('tab', { name: 'Main' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tab', { name: 'Trouble', selected: true }).waitFor()
    await page.keyboard.press('F2')
    await waitForFocus(page.getByRole('textbox', { name: 'Name of the tab' }))
    await page.keyboard.type('Problems')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add a tab' }).click()
    await expect.poll(() => page.getByRole('tab').allTextContents()).toEqual(['Main', 'Problems', 'Tab 3'])
    await page.getByRole('heading', { name: 'An empty desk' }).waitFor()
  })
})

describe('the palette', () => {
  it('puts a widget on the desk, where it joins the group', async () => {
    const page = await desk.open()
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find a widget, an app, a command' }).fill('story')
    await page.keyboard.press('Enter')
    await frameOf(page, 'Story').nth(1).getByText('The story of IBM').waitFor()
    const second = frameOf(page, 'Story').nth(1)
    await expect.poll(() => second.getByRole('button', { name: 'Linked: Group 1' }).count()).toBe(1)
  })

  it('closes by Escape', async () => {
    const page = await desk.open()
    await page.keyboard.press('Control+k')
    await page.getByRole('listbox', { name: 'Commands' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('listbox', { name: 'Commands' }).waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })
})

describe('the catalogue', () => {
  it('finds widgets by words and category, and says what they are', async () => {
    const page = await desk.open()
    await page.keyboard.press('Control+b')
    const catalogue = page.getByRole('complementary', { name: 'Catalogue' })
    await catalogue.getByRole('combobox', { name: 'Category' }).selectOption('Trouble')
    await catalogue.getByRole('searchbox').fill('house slow')
    const entry = catalogue.getByRole('listitem').filter({ hasText: 'Slow' })
    await entry.hover()
    await catalogue.getByText('Slow, for tests').waitFor()
    await expect.poll(() => catalogue.getByRole('region', { name: 'Trouble' }).getByRole('listitem').count()).toBe(1)
    await entry.getByRole('button').click()
    await frameOf(page, 'Slow').waitFor()
  })
})

describe('the theme', () => {
  it('follows the system until one is chosen, and widgets are asked for it', async () => {
    const page = await desk.open({ colorScheme: 'light' })
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light')
    const answer = page.waitForResponse((response) => response.url().includes('theme=dark'))
    await page.getByRole('button', { name: /^Theme: system/ }).click()
    await answer
    await page.reload()
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
  })
})

describe('people who cannot see the page', () => {
  it.each(['dark', 'light'] as const)('can use it in the %s theme', async (colorScheme) => {
    const page = await desk.open({ colorScheme })
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+j')
    await page.getByRole('region', { name: 'Inspector' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Trouble' }).click()
    await frameOf(page, 'Failing').getByText('Ticker ZZZ not found').waitFor()
    expect(await findViolations(page)).toEqual([])
    for (const name of ['k', 'connect', 'export']) {
      await page.keyboard.press('Control+k')
      if (name !== 'k') {
        await page.getByRole('combobox', { name: /^Find/ }).fill(name)
        await page.keyboard.press('Enter')
      }
      await page.getByRole('dialog').waitFor()
      expect(await findViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})

describe('the first visit', () => {
  it('says what to do when there is no backend', async () => {
    const page = await desk.open()
    await page.route('**/connections.json', (route) => route.fulfill({ json: { connections: [] } }))
    await page.reload()
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByRole('heading', { name: 'Connect a backend to see it' }).waitFor()
    await page.getByText('npx deskwright workbench').waitFor()
    expect(await findViolations(page)).toEqual([])
  })
})
