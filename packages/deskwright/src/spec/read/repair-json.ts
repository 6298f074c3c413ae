import type { JsonPlace, JsonState } from './scan-json.ts'

/** A change of a text. */
export interface JsonRepair {
  readonly offset: number
  readonly length: number
  /** What stands there instead. */
  readonly text: string
  /** What may come behind it; absent when a whole key or value was repaired. */
  readonly state?: JsonState
}

/** Makes JSON of what came at a place, if it is what people often write instead. */
type Repair = (text: string, place: JsonPlace) => JsonRepair | undefined

const words: Readonly<Record<string, string>> = {
  True: 'true',
  False: 'false',
  None: 'null',
  NaN: 'null',
  '-NaN': 'null',
  Infinity: 'null',
  '-Infinity': 'null',
  undefined: 'null',
}

const comment = /\/\/[^\n\r]*|\/\*[^]*?\*\/|#[^\n\r]*/y
const quoted = /'((?:[^'\\\n\r]|\\.)*)'/y
/** A text with line breaks or unknown escapes in it; what follows shows that it ends where it seems to. */
const loose = /"((?:[^"\\]|\\[^])*)"(?=[ \t\n\r]*(?:[,:}\]]|$))/y
const bareKey = /[\p{L}_$][\p{L}\p{N}_$-]*(?=[ \t\n\r]*:)/uy
const word = /-?[A-Za-z]+/y
const looseNumber = /[+-]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\w.$])/y
const valueStart = /["{[\d-]|(?:true|false|null)\b/y

const isKey = ({ state }: JsonPlace) => state === 'key' || state === 'first key'
const isValue = ({ state }: JsonPlace) => state === 'value' || state === 'first value'

/** The repairs, in the order in which they are tried. */
const repairs: readonly Repair[] = [
  function removeComment(text, { offset, state }) {
    const found = match(comment, text, offset)
    if (found === undefined) return undefined
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1
    const before = text.slice(lineStart, offset)
    const after = /[ \t]*(?:\r?\n|$)/y
    const rest = match(after, text, offset + found[0].length)
    if (rest === undefined) return { offset, length: found[0].length, text: '', state }
    const indent = (/[ \t]*$/.exec(before)?.[0] ?? '').length
    const isWholeLine = indent === before.length
    const length = indent + found[0].length + (isWholeLine ? rest[0].length : 0)
    return { offset: offset - indent, length, text: '', state }
  },
  function removeComma(text, { offset, end, state, inside }) {
    const closes = inside === '{' ? '}' : ']'
    const isAfterComma = text[end - 1] === ',' && (state === 'key' || state === 'value')
    return isAfterComma && text[offset] === closes
      ? { offset: end - 1, length: 1, text: '', state: 'after' }
      : undefined
  },
  function requote(text, place) {
    const found = isKey(place) || isValue(place) ? match(quoted, text, place.offset) : undefined
    return found && { offset: place.offset, length: found[0].length, text: toJsonString(found[1] ?? '') }
  },
  function escape(text, place) {
    const found = isKey(place) || isValue(place) ? match(loose, text, place.offset) : undefined
    return found && { offset: place.offset, length: found[0].length, text: toJsonString(found[1] ?? '') }
  },
  function quoteKey(text, place) {
    const found = isKey(place) ? match(bareKey, text, place.offset) : undefined
    return found && { offset: place.offset, length: found[0].length, text: JSON.stringify(found[0]) }
  },
  function translateWord(text, place) {
    const found = isValue(place) ? match(word, text, place.offset)?.[0] : undefined
    if (found === undefined || !Object.hasOwn(words, found)) return undefined
    return { offset: place.offset, length: found.length, text: words[found] ?? '' }
  },
  function rewriteNumber(text, place) {
    const found = isValue(place) ? match(looseNumber, text, place.offset)?.[0] : undefined
    const value = Number(found)
    if (found === undefined || !Number.isFinite(value)) return undefined
    return { offset: place.offset, length: found.length, text: String(value) }
  },
  function addMark(text, { offset, end, state, inside }) {
    if (match(valueStart, text, offset) === undefined) return undefined
    if (state === 'colon') return { offset: end, length: 0, text: ':', state: 'value' }
    if (state !== 'after' || inside === undefined) return undefined
    if (inside === '{' && text[offset] !== '"') return undefined
    return { offset: end, length: 0, text: ',', state: inside === '{' ? 'key' : 'value' }
  },
]

/** Finds what makes JSON of what came at a place, or nothing when its sense is not clear. */
export function repairJson(text: string, place: JsonPlace): JsonRepair | undefined {
  for (const repair of repairs) {
    const found = repair(text, place)
    if (found !== undefined) return found
  }
  return undefined
}

function match(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

/** Writes what stands between quotes as JSON: known escapes stay, everything else is taken as it is written. */
function toJsonString(inner: string): string {
  const escaped = inner.replaceAll(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\'|[\\"]|\p{Cc}/gu, (part) =>
    part.length > 2 || /^\\["\\/bfnrt]$/.test(part) ? part : part === "\\'" ? "'" : JSON.stringify(part).slice(1, -1),
  )
  return `"${escaped}"`
}
