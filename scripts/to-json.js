// How JSON is written on pages: what is small on one line, the rest over several.

/** Writes a value as JSON, with lines of about `width` characters. */
export function toJson(value, width = 100, indent = '') {
  const line = JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, ' ')
  if (typeof value !== 'object' || value === null || line.length + indent.length <= width) return line
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((item) => inner + toJson(item, width, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${toJson(item, width, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`
}

/** Writes a JSON text for a page: of long texts and lists the beginning, with a comment that says how much there is. */
export function toShortJson(value) {
  const left = []
  const leave = (comment) => `${mark}${left.push(comment) - 1}${mark}`
  const json = toJson(shorten(value, leave), 120)
  return json
    .replaceAll(new RegExp(`"${mark}(\\d+)${mark}"`, 'g'), (_, index) => `/* ${left[index]} */`)
    .replaceAll(new RegExp(`${mark}(\\d+)${mark}"`, 'g'), (_, index) => `…" /* ${left[index]} */`)
}

/** Stands around the number of a comment; no answer has it. */
const mark = '\u2063'
const textLimit = 400
const listLimit = 8
const shown = 3

function shorten(value, leave) {
  if (typeof value === 'string') {
    return value.length <= textLimit
      ? value
      : `${value.slice(0, 60)}${leave(`${value.length.toLocaleString('en')} characters`)}`
  }
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item, leave)]))
  }
  const items = value.slice(0, value.length <= listLimit ? listLimit : shown).map((item) => shorten(item, leave))
  return items.length === value.length ? items : [...items, leave(`${value.length - shown} more`)]
}
