// `npm run docs`: writes the pages that follow from the built library. With --check it only says whether they are up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toErrorsPage } from './errors-page.js'
import { root } from './setup.js'

const dist = join(root, 'packages/deskwright/dist')

const pages = { 'docs/errors.md': toErrorsPage(await errorGroups()) }

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

/** The catalogue, by the file its entries come from. */
async function errorGroups() {
  const folder = join(dist, 'errors/catalogue')
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  const groups = files.map(async (file) => {
    const module = await import(pathToFileURL(join(folder, file)).href)
    return [basename(file, '.js'), Object.assign({}, ...Object.values(module))]
  })
  return Object.fromEntries(await Promise.all(groups))
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
