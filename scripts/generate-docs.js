// `npm run docs`: writes the pages that follow from the sources. With --check it only says whether they are up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createJiti } from 'jiti'
import { toErrorsPage } from './errors-page.js'
import { toWorkbenchPage } from './fidelity-table.js'
import { toRulesPage } from './rules-page.js'
import { root } from './setup.js'
import { findForeignPages, toWidgetPages } from './widget-pages.js'

const library = join(root, 'packages/deskwright/src')
const jiti = createJiti(import.meta.url)
const load = (file) => jiti.import(file)

const pages = {
  'docs/errors.md': toErrorsPage(await errorGroups()),
  'docs/rules.md': await toRulesPage(await rulesParts()),
  'docs/workbench.md': toWorkbenchPage(
    read(join(root, 'docs/workbench.md')) ?? '',
    join(root, 'packages/workbench/src/renderers'),
  ),
  ...(await toWidgetPages({ root, load })),
}

for (const [page, text] of Object.entries(pages)) {
  const file = join(root, page)
  if (read(file) === text) continue
  if (process.argv.includes('--check')) {
    console.error(`${page} is not what the library says: run npm run docs`)
    process.exitCode = 1
  } else {
    writeFileSync(file, text)
    console.log(`wrote ${page}`)
  }
}

for (const name of findForeignPages(root)) {
  console.error(`docs/widgets/${name} is of no widget type`)
  process.exitCode = 1
}

// The subscription of the live grid goes on for a while after its last client.
process.exit()

/** The catalogue, by the file its entries come from. */
async function errorGroups() {
  const folder = join(library, 'errors/catalogue')
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const groups = files.map(async (file) => {
    const module = await load(join(folder, file))
    return [basename(file, '.ts'), Object.assign({}, ...Object.values(module))]
  })
  return Object.fromEntries(await Promise.all(groups))
}

/** The rules of the check, and what it takes to show them. */
async function rulesParts() {
  const files = ['check/rules/rules.ts', 'errors/catalogue.ts', 'check/check.ts', 'check/fix/fixes.ts']
  return Object.assign({}, ...(await Promise.all(files.map((file) => load(join(library, file))))))
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
