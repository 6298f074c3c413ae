// `npm run pictures`: takes the pictures of the docs, after a build, in the Chromium of the browser tests. Name some to take only these.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJiti } from 'jiti'
import { app, defineBackend, place } from 'deskwright'
import { serve } from 'deskwright/node'
import { deskPictures, widgetPictures } from './pictures.js'
import { root } from './setup.js'
import { widgetTypes } from './widget-types.js'

const jiti = createJiti(import.meta.url)
const load = (path) => jiti.import(join(root, path))
const { openBrowser } = await load('test/e2e/browser/open-browser.ts')
const { serveWorkbench } = await load('packages/deskwright/src/node/serve-workbench.ts')
const { openEntry } = await load('packages/deskwright/src/cli/open-entry.ts')

const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.includes(name)
const home = mkdtempSync(join(tmpdir(), 'deskwright-pictures-'))
const browser = await openBrowser(home, { ignoreDefaultArgs: ['--hide-scrollbars'] })
mkdirSync(join(root, 'docs/pictures/widgets'), { recursive: true })

try {
  for (const [type, { rows }] of Object.entries(widgetTypes)) {
    if (!isWanted(type)) continue
    const { default: backend } = await load(`docs/widgets/code/${type}.ts`)
    const size = { width: 900, height: 160 + rows * 50 }
    await show(toDesk(backend, rows), { size, theme: 'dark' }, async (page) => {
      const frame = page.getByRole('article')
      await widgetPictures[type](page, frame)
      await page.mouse.move(0, 0)
      await frame.screenshot({ path: join(root, `docs/pictures/widgets/${type}.png`) })
    })
    console.log(`took ${type}`)
  }
  for (const [name, desk] of Object.entries(deskPictures)) {
    if (!isWanted(name)) continue
    const { theme = 'dark' } = desk
    const opened = await openEntry(join(root, desk.entry))
    await show(await opened.load(), { size: { width: 1440, height: 900 }, theme }, async (page) => {
      await desk.prepare(page)
      await page.screenshot({ path: join(root, `docs/pictures/${name}.png`) })
    })
    console.log(`took ${name}`)
  }
} finally {
  await browser.close()
  rmSync(home, { recursive: true, force: true })
}
process.exit()

/** The backend of a page as it is, with an app that shows its only widget. */
function toDesk({ options }, rows) {
  const [widget] = Object.values(options.widgets)
  const desk = app({ name: options.name, tabs: { Widget: [[place(widget, { x: 0, y: 0, w: 40, h: rows })]] } })
  return defineBackend({ ...options, apps: [desk] })
}

/** Opens a backend in the Workbench. */
async function show(backend, { size, theme }, look) {
  const workbench = await serveWorkbench({ connections: [], port: 0 })
  const server = await serve(backend, { port: 0, origins: [workbench.origin] })
  workbench.show([{ name: backend.name, url: server.url, headers: {}, query: {} }])
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    await page.goto(workbench.url)
    await look(page)
  } finally {
    await context.close()
    await server.close()
    await workbench.close()
  }
}
