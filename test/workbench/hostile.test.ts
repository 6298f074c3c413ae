import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { frameOf } from './frame-desk.ts'
import { serveHostile, type HostileBackend } from './hostile-backend.ts'
import { openWorkbench, type ServedWorkbench } from './open-workbench.ts'

/** Fifty megabytes take their time, on a machine that does other things too. */
const patient = { timeout: 90_000 }
const perTest = 300_000

let backend: HostileBackend
let workbench: ServedWorkbench
let browser: WorkbenchBrowser
beforeAll(async () => {
  backend = await serveHostile()
  workbench = await openWorkbench(backend.url)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await workbench.end()
  backend.close()
})

/** What browsers write to the console when they keep a page from something. */
const kept = [/sandbox/, /Unsafe attempt/, /SecurityError/, /Blocked/, /ERR_TOO_MANY_REDIRECTS/]

/** Opens the desk at the tab of one hostile widget. */
async function open(name: string): Promise<Page> {
  const page = await browser.openPage(workbench.url, { expectErrors: kept })
  await frameOf(page, 'Calm').getByText('You said hello.').waitFor(patient)
  await page.getByRole('tab', { name, exact: true }).click()
  return page
}

/** Uses the widget beside the hostile one, and gives what was done to the page. */
async function findHarm(page: Page, picture: string): Promise<readonly string[]> {
  const calm = frameOf(page, 'Calm')
  const word = calm.getByLabel('Word')
  await word.fill(picture, patient)
  await word.press('Enter')
  await calm.getByText(`You said ${picture}.`).waitFor(patient)
  const folder = process.env['DESKWRIGHT_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `hostile-${picture}.png`) })
  const harm = (await page.evaluate(() => 'hurt' in window)) ? ['a script ran in it'] : []
  return page.url().startsWith(new URL(workbench.url).origin) ? harm : [...harm, `it was taken to ${page.url()}`]
}

/** Opens the inspector at a widget, and gives what it says about it. */
async function inspect(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `${name}: more` }).click(patient)
  await page.getByRole('menuitem', { name: /^Inspect/ }).click()
  const about = page.getByRole('region', { name: `About ${name}` })
  await about.waitFor(patient)
  return await about.innerText()
}

/** Counts the longest time between two frames from now on. */
async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now()
    const note = (now: number) => {
      window.longestFrame = Math.max(window.longestFrame ?? 0, now - last)
      last = now
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  return async () => await page.evaluate(() => window.longestFrame ?? 0)
}

declare global {
  interface Window {
    longestFrame?: number
  }
}

describe('script', { timeout: perTest }, () => {
  it('in Markdown, in links and in SVG is not run', async () => {
    const page = await open('Hostile text')
    const frame = frameOf(page, 'Hostile text')
    await frame.getByRole('heading', { name: 'Hostile text' }).last().waitFor()
    for (const link of await frame.locator('.markdown').getByText('link').all()) await link.click()
    expect(
      await frame.locator('.markdown').locator('script, svg, [onerror], [onload], a[href^="java" i]').count(),
    ).toBe(0)
    expect(await findHarm(page, 'text')).toEqual([])
  })

  it('in rows, in titles of columns and in hover cards is text', async () => {
    const page = await open('Hostile rows')
    const frame = frameOf(page, 'Hostile rows')
    await frame.locator('.ag-row').first().waitFor()
    expect(await frame.locator('.ag-row [col-id="name"]').innerText()).toContain('<script>window.hurt = 1</script>')
    expect(await frame.locator('.ag-header').innerText()).toContain('<script>')
    await frame.getByText('javascript:window.hurt=3').click()
    await frame.locator('.ag-row [col-id="card"]').hover()
    const card = page.locator('.grid-hover-card')
    await card.waitFor(patient)
    await card.getByText('in the card').click()
    expect(
      await page
        .locator('.ag-root script, .ag-root img, .grid-hover-card :is(script, [onerror], a[href^="java" i])')
        .count(),
    ).toBe(0)
    expect(await findHarm(page, 'rows')).toEqual([])
  })

  it('in a page that is sent runs in a world of its own', async () => {
    const page = await open('Sent page')
    const inside = frameOf(page, 'Sent page').frameLocator('iframe')
    await inside.getByText('tried everything').waitFor(patient)
    await inside.getByText('click').click()
    expect(await findHarm(page, 'page')).toEqual([])
  })

  it('of a page in a frame cannot take the window away', async () => {
    const page = await open('Framed page')
    const inside = frameOf(page, 'Framed page').frameLocator('iframe')
    await inside.getByText('tried everything').waitFor(patient)
    await inside.getByText('leave').click()
    expect(await findHarm(page, 'thief')).toEqual([])
  })
})

describe('an answer without measure', { timeout: perTest }, () => {
  it('of fifty megabytes and a million rows is shown, with a notice, and the inspector keeps its start', async () => {
    const page = await open('Long table')
    const frame = frameOf(page, 'Long table')
    await frame.getByText('row 0 of very many').first().waitFor(patient)
    await frame

      .getByText(/^A large answer: 1,000,000 rows, 60 million characters/)
      .waitFor(patient)
    expect(await findHarm(page, 'long')).toEqual([])
    const said = await inspect(page, 'Long table')
    expect(said).toContain('A large answer: 1,000,000 rows')
    expect(said).toContain('An ssrm_table asks for the rows that are looked at.')
    await page.getByRole('tab', { name: /^Requests/ }).click()
    await page.getByRole('button', { name: /^200\s*GET\s*\/data\/long/ }).click()
    await page.getByText('only the first 1.0 MB are kept').waitFor()
    expect(backend.asked.filter((asked) => asked.startsWith('/data/long'))).toHaveLength(1)
    expect(await findHarm(page, 'long-inspected')).toEqual([])
  })

  it('of fifty megabytes of Markdown is cut, and says so', async () => {
    const page = await open('Long text')
    await frameOf(page, 'Long text')
      .getByText(/^Only the first [\d,]+ of \d\d,/)
      .waitFor(patient)
    expect(await findHarm(page, 'book')).toEqual([])
    expect(await inspect(page, 'Long text')).toMatch(/Only the first [\d,]+ of \d\d,/)
  })

  it('of 100,000 rows and 50 columns can be scrolled and sorted', async () => {
    const page = await open('Wide table')
    const frame = frameOf(page, 'Wide table')
    const firstRow = frame.locator('.ag-row').first()
    await firstRow.waitFor(patient)
    const longest = await watchFrames(page)
    await firstRow.hover()
    await page.mouse.wheel(0, 300_000)
    await expect
      .poll(() => frame.locator('.ag-row [col-id="c0"]').first().innerText(), patient)
      .toMatch(/^\d{3},?\d{3}/)
    await frame.getByText('C0', { exact: true }).click(patient)
    await frame.getByText('C0', { exact: true }).click(patient)
    await expect.poll(() => frame.locator('[aria-sort="descending"]').count(), patient).toBe(1)
    expect(await findHarm(page, 'wide')).toEqual([])
    process.stdout.write(`100,000 × 50: longest frame ${Math.round(await longest())} ms\n`)
  })
})

describe('a figure of a million points', { timeout: perTest }, () => {
  it.each([
    ['Lines', false],
    ['Points', true],
    ['Hardware lines', false],
    ['Hardware points', true],
    ['Bars', true],
    ['Heat', false],
    ['Contours', true],
  ])('as %s is drawn and can be moved', async (name, isThinned) => {
    const page = await open(name)
    const frame = frameOf(page, name)
    const longest = await watchFrames(page)
    await frame
      .locator('.nsewdrag')
      .first()
      .waitFor({ ...patient, state: 'attached' })
    if (isThinned) await frame.getByText(/of 1,000,000 points are drawn\./).waitFor(patient)
    else expect(await frame.getByText('points are drawn').count()).toBe(0)
    const { x, y, width, height } = (await frame.locator('.nsewdrag').boundingBox(patient))!
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    for (const step of [40, 80, 120]) await page.mouse.move(x + width / 2 - step, y + height / 2)
    await page.mouse.up()
    expect(await findHarm(page, name.toLowerCase().replace(' ', '-'))).toEqual([])
    process.stdout.write(`${name}: longest frame ${Math.round(await longest())} ms\n`)
    // The test's browser has no graphics hardware: in software this would stop the page for half a minute.
    expect(await frame.locator('.gl-canvas').count()).toBe(0)
  })
})

describe('a backend', { timeout: perTest }, () => {
  it('that never answers is given up after a minute, while others work', async () => {
    const page = await open('Start')
    await page.clock.install()
    await page.getByRole('tab', { name: 'Never', exact: true }).click()
    await expect.poll(() => backend.asked, patient).toContain('/data/never')
    expect(await findHarm(page, 'waiting')).toEqual([])
    await page.clock.fastForward(61_000)
    const frame = frameOf(page, 'Never')
    await frame.getByRole('alert').getByText('The backend said nothing for 60 seconds.').waitFor(patient)
    await frame.getByText('The Workbench has stopped waiting.').waitFor()
    expect(backend.asked.filter((asked) => asked === '/data/never')).toHaveLength(1)
    expect(await inspect(page, 'Never')).toContain('The backend said nothing for 60 seconds.')
    expect(await findHarm(page, 'never')).toEqual([])
  })

  it('that stops in the middle of its answer is given up as well', async () => {
    const page = await open('Start')
    await page.clock.install()
    await page.getByRole('tab', { name: 'Half', exact: true }).click()
    await page.keyboard.press('Control+j')
    await page.getByRole('button', { name: /^200\s*GET\s*\/data\/half/ }).waitFor(patient)
    await page.clock.fastForward(61_000)
    await frameOf(page, 'Half').getByText('The backend said nothing for 60 seconds.').waitFor(patient)
    expect(await findHarm(page, 'half')).toEqual([])
  })

  it('that breaks off its JSON is quoted with the place', async () => {
    const page = await open('Broken')
    const frame = frameOf(page, 'Broken')
    await frame
      .getByRole('alert')
      .getByText(/Line 1, column/)
      .waitFor(patient)
    expect(await inspect(page, 'Broken')).toContain('The answer says that it is JSON (application/json), but it is not')
    expect(await findHarm(page, 'broken')).toEqual([])
  })

  it('that breaks off fifty megabytes of JSON is quoted too', async () => {
    const page = await open('Broken and long')
    await frameOf(page, 'Broken and long')
      .getByRole('alert')
      .getByText(/^The answer is no JSON: .*position/)
      .waitFor(patient)
    expect(await findHarm(page, 'broken-long')).toEqual([])
  })

  it('that redirects without end is found out', async () => {
    const page = await open('Loop')
    const frame = frameOf(page, 'Loop')
    await frame
      .getByRole('alert')
      .getByText('The backend sends the request on to another address, and no answer comes of it.')
      .waitFor(patient)
    await frame.getByText('/data/loop — It leads in a circle').waitFor()
    expect(await inspect(page, 'Loop')).toContain('sending the page on to another address')
    expect(await findHarm(page, 'loop')).toEqual([])
  })
})
