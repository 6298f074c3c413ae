// The table of how closely the Workbench draws each widget type, read off the renderers: they say it beside their code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toMarkdownTable } from './markdown-table.js'
import { replacePart } from './replace-part.js'

/** Puts the table into the page, in the place of the one that is there. */
export function toWorkbenchPage(page, renderers) {
  const rows = findRenderers(renderers).map(({ type, fidelity, differs }) => [`\`${type}\``, fidelity, differs])
  return replacePart(page, 'renderers', toMarkdownTable(['type', 'fidelity', 'what differs'], rows))
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
