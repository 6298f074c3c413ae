/** A piece of TypeScript that knows how to break over lines. */
export type Code = string | { readonly open: string; readonly parts: readonly CodePart[]; readonly close: string }

/** One part of a list of code: with a key it is a property, without it an element or an argument. */
export interface CodePart {
  readonly key?: string
  readonly value: Code
  /** Lines above it. */
  readonly comments?: readonly string[]
}

const width = 120

/** Makes an object of the properties that have a value. */
export function toObject(properties: Readonly<Record<string, Code | undefined>>): Code {
  const parts = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
  return { open: '{', parts, close: '}' }
}

/** Makes an array. */
export function toArray(values: readonly Code[]): Code {
  return { open: '[', parts: values.map((value) => ({ value })), close: ']' }
}

/** Makes a call. */
export function toCall(name: string, values: readonly Code[]): Code {
  return { open: `${name}(`, parts: values.map((value) => ({ value })), close: ')' }
}

/** Writes any JSON value. */
export function toLiteral(value: unknown): Code {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return toArray(value.map(toLiteral))
  if (typeof value !== 'object' || value === null) return String(value)
  return toObject(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toLiteral(one)])))
}

/** Writes text in single quotes, or in double ones where that saves escapes. */
export function quote(text: string): string {
  const json = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

/** Writes a line of comment. What was imported may hold line breaks of any kind, and must not become code. */
export function toComment(text: string): string {
  return `// ${text.replaceAll(/[\n\r\u2028\u2029]/g, ' ')}\n`
}

/** Writes the key of an object. */
function toKey(key: string): string {
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)
}

/** Whether there is nothing in it. */
export function isBlank(code: Code): boolean {
  return typeof code !== 'string' && code.parts.length === 0
}

/** Writes code that begins at a column, in lines of at most 120 characters. */
export function print(code: Code, indent = 0, column = indent, room = 0): string {
  const flat = printFlat(code)
  if (typeof code === 'string') return code
  if (flat !== undefined && column + flat.length + room <= width) return flat
  const { open, parts, close } = code
  const [head, call] = open.split(/(?<= =>) /)
  if (head !== undefined && call !== undefined) {
    const inner = indent + 2
    return `${head}\n${' '.repeat(inner)}${print({ open: call, parts, close }, inner, inner, room)}`
  }
  const [only, last] = [parts[0], parts.at(-1)]
  if (close === ')' && last !== undefined && typeof last.value !== 'string') {
    const before = parts.slice(0, -1).map(({ value }) => printFlat(value))
    const start = `${open}${before.map((text) => `${text}, `).join('')}`
    const isHead = before.every((text) => text !== undefined) && (parts.length === 1 ? only : last) !== undefined
    if (isHead && column + start.length < width - 1) {
      return `${start}${print(last.value, indent, column + start.length, room + close.length)}${close}`
    }
  }
  const inner = ' '.repeat(indent + 2)
  const lines = parts.map((part) => {
    const comments = (part.comments ?? []).map((line) => `${inner}${toComment(line)}`).join('')
    const prefix = toPrefix(part)
    const isLong = typeof part.value === 'string' && inner.length + prefix.length + part.value.length + 1 > width
    if (isLong && prefix !== '') return `${comments}${inner}${prefix.trimEnd()}\n${inner}  ${print(part.value)},\n`
    return `${comments}${inner}${prefix}${print(part.value, indent + 2, indent + 2 + prefix.length, 1)},\n`
  })
  return `${open}\n${lines.join('')}${' '.repeat(indent)}${close}`
}

/** Writes code on one line, or gives `undefined` where a comment or a line break needs more. */
function printFlat(code: Code): string | undefined {
  if (typeof code === 'string') return code
  const { open, parts, close } = code
  if (parts.some(({ comments }) => comments !== undefined && comments.length > 0)) return undefined
  const texts = parts.map((part) => {
    const text = printFlat(part.value)
    return text === undefined ? undefined : part.key === text ? text : `${toPrefix(part)}${text}`
  })
  if (texts.some((text) => text === undefined || text.includes('\n'))) return undefined
  const space = open.endsWith('{') && texts.length > 0 ? ' ' : ''
  return `${open}${space}${texts.join(', ')}${space}${close}`
}

function toPrefix({ key, value }: CodePart): string {
  if (key === undefined || key === value) return ''
  return key.startsWith('...') ? key : `${toKey(key)}: `
}
