import { type JsonRepair, repairJson } from './repair-json.ts'

/** Where a text stops being JSON. */
export interface JsonSlip {
  /** Characters before it. */
  readonly offset: number
  readonly came: string
  readonly allowed: string
  /** What to do about it. */
  readonly hint: string
  /** What makes JSON of it. Absent when nothing behind it can be read. */
  readonly repair?: JsonRepair
}

const space = /[ \t\n\r]*/y
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.$])/y

/** What may come next. */
export type JsonState = 'value' | 'first value' | 'first key' | 'key' | 'colon' | 'after'

/** Where the reading of a text stands. */
export interface JsonPlace {
  readonly state: JsonState
  readonly offset: number
  /** Where the last thing that was read ends. */
  readonly end: number
  /** The innermost bracket that is open. */
  readonly inside: '{' | '[' | undefined
}

/**
 * Finds every place at which a text is not JSON, as far as its sense is clear behind such a place. Engines word and place these
 * errors differently, so they are looked for here. Of JSON it finds none.
 */
export function* scanJson(text: string): Generator<JsonSlip> {
  const open: ('{' | '[')[] = []
  let state: JsonState = 'value'
  let [offset, end] = [0, 0]
  for (;;) {
    offset += match(space, text, offset)
    const inside = open.at(-1)
    if (state === 'after' && inside === undefined && offset === text.length) return
    const place: JsonPlace = { state, offset, end, inside }
    const length = measureToken(text, place)
    if (length === 0) {
      const slip = toSlip(text, place)
      const { repair } = slip
      yield slip
      if (repair === undefined) return
      state = repair.state ?? toNextState(place, '')
      offset = Math.max(offset, repair.offset + repair.length)
      if (repair.text !== '') end = offset
      continue
    }
    const character = text[offset] ?? ''
    if (state !== 'after' && (character === '{' || character === '[')) open.push(character)
    if (isClosing(place, character)) open.pop()
    state = toNextState(place, character)
    end = offset += length
  }
}

/** Gives the length of what may come at a place, or 0 when it does not. */
function measureToken(text: string, place: JsonPlace): number {
  const { state, offset, inside } = place
  const character = text[offset] ?? ''
  if (isClosing(place, character)) return 1
  if (state === 'after') return inside !== undefined && character === ',' ? 1 : 0
  if (state === 'colon') return character === ':' ? 1 : 0
  if (state === 'key' || state === 'first key') return match(string, text, offset)
  if (character === '{' || character === '[') return 1
  return match(string, text, offset) || match(scalar, text, offset)
}

function isClosing({ state, inside }: JsonPlace, character: string): boolean {
  return (
    (character === '}' && inside === '{' && (state === 'after' || state === 'first key')) ||
    (character === ']' && inside === '[' && (state === 'after' || state === 'first value'))
  )
}

function toNextState({ state, inside }: JsonPlace, character: string): JsonState {
  if (state === 'colon') return 'value'
  if (state === 'after') return character !== ',' ? 'after' : inside === '{' ? 'key' : 'value'
  if (state === 'key') return 'colon'
  if (state === 'first key') return character === '}' ? 'after' : 'colon'
  return character === '{' ? 'first key' : character === '[' ? 'first value' : 'after'
}

function match(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0].length ?? 0
}

const allowed: Record<JsonState, string> = {
  value: 'a value',
  'first value': 'a value or ]',
  'first key': 'a key in double quotes or }',
  key: 'a key in double quotes',
  colon: ':',
  after: 'the end of the text',
}

/** Slips that are common enough to be called by their name. The first that matches the rest of the text is meant. */
const names: readonly { readonly rest: RegExp; readonly came: string; readonly hint: string }[] = [
  { rest: /^$/, came: 'the end of the text', hint: 'Close what was opened; the file may have been cut off.' },
  { rest: /^\/[/*]/, came: 'a comment', hint: 'Remove the comment: JSON has none.' },
  { rest: /^#/, came: 'a comment', hint: 'Remove the comment: JSON has none.' },
  { rest: /^[}\]]/, came: 'a closing bracket', hint: 'Remove the comma before it, or add what is missing.' },
  { rest: /^'/, came: 'a single quote', hint: 'Write texts and keys in double quotes.' },
  { rest: /^-?(?:NaN|Infinity)/, came: 'a number JSON does not have', hint: 'Write null.' },
  { rest: /^(?:True|False|None)\b/, came: 'a word of Python', hint: 'Write true, false or null.' },
  { rest: /^<!?[a-z]/i, came: 'HTML', hint: 'The address answers with a page: check the address.' },
  {
    rest: /^"/,
    came: 'a text',
    hint: 'Add what is missing before it (often a comma), or end it with a double quote on its line.',
  },
]

function toSlip(text: string, place: JsonPlace): JsonSlip {
  const { state, offset, inside } = place
  const rest = text.slice(offset, offset + 40)
  const name = names.find((entry) => entry.rest.test(rest))
  const shown = JSON.stringify((rest.split(/\s/, 1)[0] ?? '').slice(0, 20) || rest[0] || '')
  const repair = repairJson(text, place)
  return {
    offset,
    came: name === undefined ? shown : rest === '' ? name.came : `${name.came} (${shown})`,
    allowed: state === 'after' && inside !== undefined ? `, or ${inside === '{' ? '}' : ']'}` : allowed[state],
    hint: name?.hint ?? 'Write valid JSON at this place.',
    ...(repair === undefined ? {} : { repair }),
  }
}
