// The pages of the widget types: the words are written by hand, the code is a file beside them, and the exchange comes from running it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askWidget } from './ask-widget.js'
import { toMarkdownTable } from './markdown-table.js'
import { toOptionsTable } from './options-table.js'
import { replacePart } from './replace-part.js'
import { toShortJson } from './to-json.js'
import { widgetTypes } from './widget-types.js'

const folder = 'docs/widgets'

/** Writes all pages of widget types, by their paths, and the tables of types in the index and the README. */
export async function toWidgetPages(tools) {
  const { root } = tools
  const library = join(root, 'packages/deskwright/src')
  const read = (path) => readFileSync(join(root, path), 'utf8')
  const pages = await Promise.all(
    Object.entries(widgetTypes).map(async ([type, { asks, options }]) => {
      const path = `${folder}/${type}.md`
      const code = join(root, folder, 'code', `${type}.ts`)
      const asked = await askWidget(tools, code, asks)
      const tables = Object.entries(options).map(([factory, places]) => [factory, toOptionsTable(library, places)])
      const parts = { code: toBlock('ts', readFileSync(code, 'utf8')), wire: toWire(asked), options: toOptions(tables) }
      return [path, Object.entries(parts).reduce((page, [name, text]) => replacePart(page, name, text), read(path))]
    }),
  )
  const shared = toOptionsTable(library, [{ file: 'define/widget-options.ts', types: ['WidgetOptions'] }])
  const index = replacePart(
    read(`${folder}/README.md`),
    'widgets',
    toTypesTable((type) => `${type}.md`, true),
  )
  return {
    ...Object.fromEntries(pages),
    [`${folder}/README.md`]: replacePart(index, 'options', shared),
    'README.md': replacePart(
      read('README.md'),
      'widgets',
      toTypesTable((type) => `${folder}/${type}.md`, false),
    ),
  }
}

/** Says which files of the folder belong to no type. */
export function findForeignPages(root) {
  const known = new Set(['README.md', 'code', ...Object.keys(widgetTypes).map((type) => `${type}.md`)])
  return readdirSync(join(root, folder)).filter((name) => !known.has(name))
}

function toTypesTable(toLink, withGives) {
  const titles = ['type', 'function', 'what it shows', ...(withGives ? ['what `load` gives'] : [])]
  const rows = Object.entries(widgetTypes).map(([type, { factory, shows, gives }]) => [
    `[\`${type}\`](${toLink(type)})`,
    `\`${factory}\``,
    shows,
    ...(withGives ? [gives] : []),
  ])
  return toMarkdownTable(titles, rows)
}

function toOptions(tables) {
  if (tables.length === 1) return tables[0][1]
  return tables.map(([factory, table]) => `${factory}:\n\n${table}`).join('\n\n')
}

function toWire({ id, widget, exchanges }) {
  const entry = toJsonBlock({ [id]: widget })
  return ['What `widgets.json` says:', entry, ...exchanges.map(toExchange)].join('\n\n')
}

function toExchange(exchange) {
  return exchange.socket === undefined ? toQuestionAndAnswer(exchange) : toConversation(exchange)
}

function toQuestionAndAnswer({ title, request, answer }) {
  const { method, url, headers, body } = request
  const { pathname, search } = new URL(url)
  const head = [
    `${method} ${pathname}${search}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  const question = toBlock('http', [...head, ...(body === undefined ? [] : ['', body])].join('\n'))
  const { status, type, text } = answer
  const said = type.startsWith('application/json') ? toJsonBlock(JSON.parse(text)) : toTextBlock(type, text)
  return `${title}:\n\n${question}\n\n\`${status}\`, \`${type}\`:\n\n${said}`
}

function toConversation({ title, socket, sent, received }) {
  const lines = [`→ ${sent}`, ...received.map((text) => `← ${text}`)]
  return `${title}, \`${new URL(socket).pathname}\`, after it was opened:\n\n${toBlock('text', lines.join('\n'))}`
}

function toJsonBlock(value) {
  const text = toShortJson(value)
  return toBlock(/\/\* .* \*\//.test(text) ? 'jsonc' : 'json', text)
}

const mostLines = 20

/** Of a long text the first and the last lines. */
function toTextBlock(type, text) {
  const [, language] = /^text\/(\w+)/.exec(type) ?? []
  const lines = text.split('\n')
  const shown = lines.length <= mostLines ? lines : [...lines.slice(0, 6), '      …', ...lines.slice(-4)]
  return toBlock({ plain: 'text' }[language] ?? language ?? 'text', shown.join('\n'))
}

function toBlock(language, text) {
  const fence = text.includes('```') ? '````' : '```'
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}
