import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveByCli, type ServingCli } from '../cli/cli.ts'
import { root } from '../house/root.ts'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { frameOf } from './frame-desk.ts'

const folder = process.env['HIGHCHARTS_FOLDER']
if (folder === undefined)
  process.stderr.write('HIGHCHARTS_FOLDER names no copy of Highcharts: its way through the Workbench is not tested.\n')

const desk = `import { defineBackend, highcharts } from 'deskwright'

const data = [3, 5, 4]
export default defineBackend({
  name: 'Licensed',
  widgets: {
    flows: highcharts({
      name: 'Flows',
      gridData: { w: 20, h: 10 },
      load: () => ({ userOptions: { title: { text: 'Flows of the week' }, series: [{ type: 'column', name: 'Rates', data }] } }),
    }),
    price: highcharts({
      name: 'Price',
      gridData: { w: 20, h: 10 },
      load: () => ({
        constructorType: 'stockChart',
        userOptions: { title: { text: 'Price' }, series: [{ name: 'USD', data: data.map((value, day) => [day * 86_400_000, value]) }] },
      }),
    }),
  },
})
`

describe.runIf(folder !== undefined)('a project that has Highcharts', () => {
  let project: string
  let served: ServingCli
  let browser: WorkbenchBrowser
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'deskwright-licensed-'))
    await mkdir(join(project, 'node_modules'))
    await symlink(folder!, join(project, 'node_modules/highcharts'))
    await symlink(join(root, 'packages/deskwright'), join(project, 'node_modules/deskwright'))
    await writeFile(join(project, 'package.json'), '{"name":"licensed","type":"module"}')
    await writeFile(join(project, 'desk.ts'), desk)
    served = await serveByCli('dev', 'desk.ts', ['--no-open'], { folder: project })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.end()
    await rm(project, { recursive: true, force: true })
  })

  it.each(['dark', 'light'] as const)('sees its charts drawn by it in %s', async (colorScheme) => {
    const [line] = await served.results.until(/^.*"event":"workbench".*$/m)
    const { url } = JSON.parse(line) as { readonly url: string }
    const page = await browser.openPage(url, { colorScheme })
    await page.getByRole('button', { name: 'All widgets' }).click()
    await frameOf(page, 'Flows').locator('.highcharts-series .highcharts-point').first().waitFor()
    await frameOf(page, 'Flows').getByText('Flows of the week').first().waitFor()
    await frameOf(page, 'Price').locator('.highcharts-navigator').first().waitFor()
    const widths = async () => {
      const [frame, chart] = await Promise.all([
        frameOf(page, 'Flows').locator('.frame-content').boundingBox(),
        frameOf(page, 'Flows').locator('.highcharts-root').boundingBox(),
      ])
      return [frame?.width, chart?.width].map((width) => Math.round(width ?? 0))
    }
    await page.getByRole('button', { name: 'Flows: move or resize' }).focus()
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await expect.poll(async () => (await widths()).every((width, _, [first]) => width === first)).toBe(true)
    const pictures = process.env['DESKWRIGHT_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `highcharts-desk-${colorScheme}.png`) })
  })
})
