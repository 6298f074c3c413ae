// The page of all errors, written from the catalogue: every entry is rendered with ‹names› in place of its details.

/** Writes the page from `{definition: {code: entry}, …}`. */
export function toErrorsPage(groups) {
  const sections = Object.entries(groups)
    .filter(([, entries]) => Object.keys(entries).length > 0)
    .map(
      ([group, entries]) =>
        `## ${group[0].toUpperCase()}${group.slice(1)}\n\n${Object.entries(entries).map(toSection).join('\n\n')}`,
    )
  return `${intro}\n\n${sections.join('\n\n')}\n`
}

const intro = `# Errors

<!-- Written by \`npm run docs\` from the catalogue in packages/deskwright/src/errors; do not edit. -->

Every error and every finding of Deskwright has a permanent code. This page lists them all: when it happens, what it says
(‹names› stand for what it is about), and what to do. The number is the HTTP status, for those that answer a request.`

function toSection([code, { title, status, text }]) {
  const { message, hint } = text(detailsPlaceholder)
  return [
    `### ${code}`,
    `${title}.${status === 500 ? '' : ` (${status})`}`,
    `> ${inline(message)}`,
    `Fix: ${inline(hint)}`,
  ].join('\n\n')
}

/** Keeps a text that people read on a terminal from turning into Markdown, except for its `code`. */
function inline(text) {
  return String(text)
    .replaceAll('\n', ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[<*_]/g, (mark) => `\\${mark}`)))
    .join('')
}

/** Stands for any details: each key reads as its ‹name›, as text, as JSON and as a list of one. */
const detailsPlaceholder = new Proxy({}, { get: (_target, key) => placeholder(String(key)) })

function placeholder(name) {
  const text = `‹${name}›`
  const list = [text]
  const known = {
    [Symbol.toPrimitive]: () => text,
    toJSON: () => text,
    toString: () => text,
    [Symbol.iterator]: () => list[Symbol.iterator](),
    length: 2,
  }
  return new Proxy(() => text, {
    get: (_target, key) =>
      known[key] ?? method(list, key) ?? method(text, key) ?? placeholder(`${name}.${String(key)}`),
  })
}

function method(value, key) {
  return typeof value[key] === 'function' ? value[key].bind(value) : undefined
}
