// The options of a widget type, read off the types and their comments: these are what editors show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toMarkdownTable } from './markdown-table.js'

/** Writes the table of the options that some types declare: `{ file, types, without? }`, the first that comments on an option wins. */
export function toOptionsTable(library, places) {
  const options = new Map()
  for (const { file, types, without = [] } of places) {
    const source = readFileSync(join(library, file), 'utf8')
    for (const { name, comment } of types.flatMap((type) => readOptions(source, type, file))) {
      if (!without.includes(name)) options.set(name, options.get(name) || comment)
    }
  }
  for (const [name, comment] of options) if (comment === '') throw new Error(`The option ${name} has no comment`)
  return toMarkdownTable(
    ['option', 'what it is'],
    [...options].map(([name, comment]) => [`\`${name}\``, comment]),
  )
}

/** Lists the options of one type, without those of other types that it takes over. */
function readOptions(source, type, file) {
  const declaration = new RegExp(`^(?:export )?(?:interface|type) ${type}\\b[^]*?(?=^$)`, 'm').exec(source)?.[0]
  if (declaration === undefined) throw new Error(`${file} has no ${type}`)
  const option = /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?readonly (\w+)\??: (never)?/g
  return [...declaration.matchAll(option)]
    .filter(({ index, 3: never }) => never === undefined && depthAt(declaration, index) === 1)
    .map(([, comment = '', name]) => ({ name, comment: comment.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim() }))
}

/** How many braces are open, those in comments aside. */
function depthAt(text, index) {
  const code = text.slice(0, index).replaceAll(/\/\*[^]*?\*\//g, '')
  return [...code.matchAll(/[{}]/g)].reduce((depth, [brace]) => depth + (brace === '{' ? 1 : -1), 0)
}
