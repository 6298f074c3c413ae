import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForFocus } from './focus.ts'
import { frameOf, openFrameDesk, placeOf, readExport, type FrameDesk } from './frame-desk.ts'

let desk: FrameDesk
beforeAll(async () => {
  desk = await openFrameDesk()
})
afterAll(async () => await desk.close())

async function openDesk(): Promise<Page> {
  const page = await desk.open()
  await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
  return page
}

const deskMenu = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /copy|desk|Rates/i })
    .first()

async function choose(page: Page, entry: string): Promise<void> {
  await deskMenu(page).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

describe('a desk', () => {
  it('is renamed in place, by the menu and by F2, and is exported by its new name', async () => {
    const page = await openDesk()
    await choose(page, 'Rename this desk')
    await waitForFocus(page.getByRole('textbox', { name: 'Name of the desk' }))
    await page.keyboard.type('Rates')
    await page.keyboard.press('Enter')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Rates')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Rates')
    expect(await readExport(page)).toMatchObject([{ name: 'Rates' }])

    await deskMenu(page).focus()
    await page.keyboard.press('F2')
    await waitForFocus(page.getByRole('textbox', { name: 'Name of the desk' }))
    await page.keyboard.type('Other')
    await page.keyboard.press('Escape')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Rates')
    await page.keyboard.press('Control+z')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Test desk')
  })

  it('is duplicated into one of its own', async () => {
    const page = await openDesk()
    await choose(page, 'Duplicate this desk')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Test desk copy')
    await page.getByRole('button', { name: 'Facts: move or resize' }).focus()
    await page.keyboard.press('Delete')
    await frameOf(page, 'Facts').waitFor({ state: 'detached' })
    await deskMenu(page).click()
    await page.getByRole('menuitemcheckbox', { name: 'Test desk', exact: true }).click()
    await frameOf(page, 'Facts').waitFor()
    await deskMenu(page).click()
    const names = page.getByRole('menuitemcheckbox')
    await expect.poll(() => names.allTextContents()).toEqual(['Test desk', 'Test desk copy'])
  })

  it('is removed, and comes back', async () => {
    const page = await openDesk()
    await choose(page, 'Duplicate this desk')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Test desk copy')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Find/ }).fill('remove the desk')
    await page.keyboard.press('Enter')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Test desk')
    await page.keyboard.press('Control+z')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Test desk copy')
    await page.keyboard.press('Control+z')
    await expect.poll(() => deskMenu(page).textContent()).toBe('Test desk')
  })
})

describe('a widget of the catalogue', () => {
  it('is dragged to where its shadow shows, and others give way', async () => {
    const page = await openDesk()
    await page.keyboard.press('Control+b')
    const entry = page.getByRole('complementary', { name: 'Catalogue' }).getByRole('button', { name: /^Slow/ })
    const from = (await entry.boundingBox())!
    await page.mouse.move(from.x + 30, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 20, { steps: 4 })
    await page.locator('.carried').getByText('Slow').waitFor()
    expect(await page.locator('.target').count()).toBe(0)
    const story = (await frameOf(page, 'Story').boundingBox())!
    await page.mouse.move(story.x + 60, story.y + 20, { steps: 8 })
    const shadow = page.locator('.target')
    await shadow.waitFor()
    const wanted = await shadow.evaluate(({ style }) =>
      ['--x', '--y', '--w', '--h'].map((key) => Number(style.getPropertyValue(key))),
    )
    await page.mouse.up()
    await expect.poll(() => placeOf(page, 'Slow')).toEqual(wanted)
    expect(wanted[1]).toBe(0)
    await expect.poll(() => placeOf(page, 'Story')).toEqual([20, 10, 20, 8])
    await page.keyboard.press('Control+z')
    await frameOf(page, 'Slow').waitFor({ state: 'detached' })
    await expect.poll(() => placeOf(page, 'Story')).toEqual([20, 0, 20, 8])
  })

  it('goes back when Escape ends the drag, or it is let go beside the desk', async () => {
    const page = await openDesk()
    await page.keyboard.press('Control+b')
    const entry = page.getByRole('complementary', { name: 'Catalogue' }).getByRole('button', { name: /^Slow/ })
    const from = (await entry.boundingBox())!
    for (const end of ['Escape', 'beside']) {
      await page.mouse.move(from.x + 30, from.y + 10)
      await page.mouse.down()
      await page.mouse.move(700, 300, { steps: 4 })
      await page.locator('.target').waitFor()
      if (end === 'Escape') await page.keyboard.press('Escape')
      else await page.mouse.move(from.x + 34, from.y + 12, { steps: 4 })
      await page.locator('.target').waitFor({ state: 'detached' })
      await page.mouse.up()
      await page.locator('.carried').waitFor({ state: 'detached' })
    }
    expect(await frameOf(page, 'Slow').count()).toBe(0)
  })

  it('is dragged to an empty tab', async () => {
    const page = await openDesk()
    await page.getByRole('button', { name: 'Add a tab' }).click()
    await page.getByRole('heading', { name: 'An empty desk' }).waitFor()
    await page.keyboard.press('Control+b')
    const entry = page.getByRole('complementary', { name: 'Catalogue' }).getByRole('button', { name: /^Story/ })
    const from = (await entry.boundingBox())!
    await page.mouse.move(from.x + 30, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(700, 300, { steps: 6 })
    await page.locator('.target').waitFor()
    await page.mouse.up()
    await frameOf(page, 'Story').waitFor()
    await expect.poll(async () => (await placeOf(page, 'Story'))[1]).toBeGreaterThan(2)
  })
})

describe('what a widget sends to the agent', () => {
  it('is listed in the inspector with its widget, and can be copied', async () => {
    const page = await desk.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await frameOf(page, 'Movers').getByText('MSFT').waitFor()
    await frameOf(page, 'Movers').getByRole('gridcell', { name: '2', exact: true }).click()
    await page.getByRole('status').getByText('Movers sent to the agent: Why did MSFT move by 2?').waitFor()
    await page.keyboard.press('Control+j')
    await page.getByRole('tab', { name: /^Sent to the agent/ }).click()
    const line = page.getByRole('list', { name: 'Sent to the agent' }).getByRole('listitem')
    await line.getByText('Why did MSFT move by 2?').waitFor()
    await line.getByText('for desk-helper').waitFor()
    await line.getByRole('button', { name: 'Copy what Movers sent' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Why did MSFT move by 2?')
    await line.getByRole('button', { name: 'Movers', exact: true }).click()
    await expect.poll(() => page.getByRole('tab', { name: 'Widget' }).getAttribute('aria-selected')).toBe('true')
  })
})
