import { appsSchema } from 'deskwright/spec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { app } from './frame-backend.ts'
import { frameOf, openExport, openFrameDesk, placeOf, readExport, type FrameDesk } from './frame-desk.ts'

let desk: FrameDesk
beforeAll(async () => {
  desk = await openFrameDesk()
})
afterAll(async () => await desk.close())

describe('an app', () => {
  it('opens with its tabs, and its group asks for the same value', async () => {
    const page = await desk.open({ colorScheme: 'dark' })
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    await expect.poll(() => page.getByRole('tab').allTextContents()).toEqual(['Main', 'Trouble'])
    await expect.poll(() => placeOf(page, 'Story')).toEqual([20, 0, 20, 8])
    expect(desk.backend.asked).toContain('/data/story?symbol=IBM&theme=dark')
    await expect.poll(() => desk.backend.asked).toContain('/data/facts?symbol=IBM')
  })

  it('moves all widgets of a group when a cell is clicked', async () => {
    const page = await desk.open()
    await frameOf(page, 'Movers').getByText('MSFT').click()
    await frameOf(page, 'Story').getByText('The story of MSFT').waitFor()
    await frameOf(page, 'Facts').getByText('MSFT').first().waitFor()
    await expect.poll(() => desk.backend.asked).toContain('/data/facts?symbol=MSFT')
  })

  it('is exported as it came', async () => {
    const page = await desk.open()
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    const exported = await readExport(page)
    expect(appsSchema.safeParse(exported).success).toBe(true)
    expect(exported).toEqual([app])
  })

  it('says why a widget has nothing to show', async () => {
    const page = await desk.open()
    await page.getByRole('tab', { name: 'Trouble' }).click()
    const failing = frameOf(page, 'Failing').getByRole('alert')
    await failing.getByText('Ticker ZZZ not found').waitFor()
    await expect.poll(() => failing.getByText('404').count()).toBe(1)
    await frameOf(page, 'Empty').getByText('No data').waitFor()
    await page.getByText('There is no widget "gone"').waitFor()
    await expect.poll(() => frameOf(page, 'Slow').getByText('Waits for its run button').count()).toBe(1)
    expect(desk.backend.asked).not.toContain('/data/slow?theme=dark')
  })

  it('runs a widget with a run button when it is pressed', async () => {
    const page = await desk.open()
    await page.getByRole('tab', { name: 'Trouble' }).click()
    await frameOf(page, 'Slow').getByRole('button', { name: 'Run' }).first().click()
    await frameOf(page, 'Slow').getByText('It was worth the wait.').waitFor()
    expect(desk.backend.asked.filter((url) => url.startsWith('/data/slow'))).toHaveLength(1)
  })

  it('shows data that was empty before as soon as it is there', async () => {
    const page = await desk.open()
    await page.getByRole('tab', { name: 'Trouble' }).click()
    await frameOf(page, 'Empty').getByText('No data').waitFor()
    desk.backend.rows = [{ city: 'Rome' }]
    await frameOf(page, 'Empty')
      .getByRole('button', { name: /^Refresh/ })
      .click()
    await frameOf(page, 'Empty').getByText('Rome').waitFor()
    await expect.poll(() => frameOf(page, 'Empty').getByText('No data').count()).toBe(0)
    desk.backend.rows = []
  })
})

describe('the layout', () => {
  it('follows the pointer, makes others give way, and is there after a reload', async () => {
    const page = await desk.open()
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    const title = page.getByRole('button', { name: 'Facts: move or resize' })
    const box = (await title.boundingBox())!
    await page.mouse.move(box.x + 80, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 90, box.y - 60, { steps: 4 })
    await page.mouse.move(box.x + 80, 90, { steps: 8 })
    await page.locator('.target').waitFor()
    await page.mouse.up()
    await page.locator('.target').waitFor({ state: 'detached' })
    await expect.poll(() => placeOf(page, 'Facts')).toEqual([0, 0, 20, 6])
    await expect.poll(() => placeOf(page, 'Movers')).toEqual([0, 6, 20, 8])
    await expect.poll(() => placeOf(page, 'Story')).toEqual([20, 0, 20, 8])
    await page.reload()
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    await expect.poll(() => placeOf(page, 'Movers')).toEqual([0, 6, 20, 8])
    const exported = await readExport(page)
    expect(appsSchema.safeParse(exported).success).toBe(true)
    expect(exported).toMatchObject([
      {
        tabs: {
          main: {
            layout: [
              { i: 'facts', x: 0, y: 2 },
              { i: 'story', x: 20, y: 2 },
              { i: 'movers', x: 0, y: 8 },
            ],
          },
        },
      },
    ])
  })

  it('is the same screen for whoever opens what was exported', async () => {
    const page = await desk.open()
    await frameOf(page, 'Story').getByText('The story of IBM').waitFor()
    await page.getByRole('button', { name: 'Story: move or resize' }).focus()
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => placeOf(page, 'Story')).toEqual([20, 1, 19, 8])
    const names = ['Movers', 'Story', 'Facts']
    const places = await Promise.all(names.map((name) => placeOf(page, name)))
    const exported = await readExport(page)
    const other = await desk.open()
    await frameOf(other, 'Story').getByText('The story of IBM').waitFor()
    await openExport(other, exported)
    await expect.poll(() => Promise.all(names.map((name) => placeOf(other, name)))).toEqual(places)
  })

  it('is resized by a corner, never below what the widget needs', async () => {
    const page = await desk.open()
    await frameOf(page, 'Facts').getByText('IBM').first().waitFor()
    const box = (await frameOf(page, 'Facts').boundingBox())!
    await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y + box.height + 62, { steps: 8 })
    await page.mouse.up()
    await expect.poll(() => placeOf(page, 'Facts')).toEqual([0, 8, 4, 8])
  })

  it('stays as it was when Escape ends a drag', async () => {
    const page = await desk.open()
    const title = page.getByRole('button', { name: 'Facts: move or resize' })
    await title.waitFor()
    const box = (await title.boundingBox())!
    await page.mouse.move(box.x + 80, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 300, box.y + 10, { steps: 4 })
    await page.locator('.target').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.target').waitFor({ state: 'detached' })
    await page.mouse.up()
    await expect.poll(() => placeOf(page, 'Facts')).toEqual([0, 8, 20, 6])
  })
})

describe('a backend that is not there', () => {
  it('is named with what is wrong and what to do', async () => {
    const page = await desk.open()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Find/ }).fill('connect')
    await page.keyboard.press('Enter')
    await page.getByLabel('Address').fill('127.0.0.1:8419')
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.keyboard.press('Control+b')
    await page.getByRole('complementary').getByText('127.0.0.1:8419').first().waitFor()
    await page.getByRole('complementary').getByText('Nothing listens at 127.0.0.1:8419.').first().waitFor()
    await expect.poll(() => page.getByRole('img', { name: 'failed' }).count()).toBe(1)
  })
})
