// The table of how closely the Workbench draws each widget type, read off the renderers: they say it beside their code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const begin = '<!-- renderers: written by `npm run docs` -->'
const end = '<!-- /renderers -->'

/** Puts the table into the page, in the place of the one that is there. */
export function toWorkbenchPage(page, renderers) {
  const [head] = page.split(begin)
  const [, tail = ''] = page.split(end)
  return `${head}${begin}\n\n${toTable(findRenderers(renderers))}\n\n${end}${tail}`
}

/** Renderers are loaded by their type; the module beside says the rest. They need a browser to run, so they are read as text. */
function findRenderers(folder) {
  const list = readFileSync(join(folder, 'renderers.ts'), 'utf8')
  return [...list.matchAll(/^ {2}'?([\w-]+)'?: .*import\('(.+?)'\)/gm)].map(([, type, module]) => {
    const source = readFileSync(join(folder, module), 'utf8')
    const [, fidelity] = /\bfidelity: '([\w-]+)'/.exec(source) ?? []
    const [, differs] = /\bdiffers:\s*'((?:[^'\\]|\\.)*)'/.exec(source) ?? []
    if (fidelity === undefined || differs === undefined)
      throw new Error(`${module} does not say its fidelity in plain text`)
    return { type, fidelity, differs: differs.replaceAll(/\\(.)/g, '$1') }
  })
}

function toTable(renderers) {
  const rows = renderers.map(({ type, fidelity, differs }) => [`\`${type}\``, fidelity, differs.replaceAll('|', '\\|')])
  const all = [['type', 'fidelity', 'what differs'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => cells[column].length)))
  const toLine = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const [title, ...body] = all.map(toLine)
  return [title, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')
}
