import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from 'deskwright/check'
import { serve } from 'deskwright/node'
import { widgetTypes } from 'deskwright/spec'
import type { Backend } from 'deskwright'
import { root } from './root.ts'

const folder = join(root, 'docs/widgets')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

test('every widget type has a page, and every page a type', () => {
  expect(pages.filter((name) => name !== 'README.md').toSorted()).toEqual(
    widgetTypes.map((type) => `${type}.md`).toSorted(),
  )
})

test.each(widgetTypes)('the code of %s is short, and the check finds nothing', async (type) => {
  expect(read(`code/${type}.ts`).trimEnd().split('\n').length).toBeLessThanOrEqual(25)
  const { default: backend } = (await import(join(folder, 'code', `${type}.ts`))) as { default: Backend }
  expect(Object.values(backend.manifest.widgets).map((widget) => widget.type)).toEqual([type])
  const server = await serve(backend, { port: 0 })
  try {
    expect((await check(server.url)).findings).toEqual([])
  } finally {
    await server.close()
  }
})

test.each(widgetTypes)('the page of %s has a small picture', (type) => {
  const picture = `../pictures/widgets/${type}.png`
  expect(read(`${type}.md`)).toContain(`](${picture})`)
  expect(statSync(join(folder, picture)).size).toBeLessThan(60_000)
})

test.each(pages)('every link of %s leads somewhere', (page) => {
  for (const [, path = '', anchor] of read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
    const file = path === '' ? join(folder, page) : join(dirname(join(folder, page)), path)
    expect(existsSync(file), path).toBe(true)
    if (anchor !== undefined) expect(toAnchors(readFileSync(file, 'utf8')), `${path}#${anchor}`).toContain(anchor)
  }
})

/** The anchors that a page's headings have. */
function toAnchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}
