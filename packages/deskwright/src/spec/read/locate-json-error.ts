/** Where a text stops being JSON. */
export interface JsonError {
  /** Characters before it. */
  readonly offset: number
  readonly came: string
  readonly allowed: string
  /** What to do about it. */
  readonly hint: string
}

const space = /[ \t\n\r]*/y
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.$])/y

type State = 'value' | 'first value' | 'first key' | 'key' | 'colon' | 'after'

const allowed: Record<State, string> = {
  value: 'a value',
  'first value': 'a value or ]',
  'first key': 'a key in double quotes or }',
  key: 'a key in double quotes',
  colon: ':',
  after: ', or the end',
}

/**
 * Finds the place at which a text stops being JSON. Engines word and place this error differently, so it is looked for here.
 * Expects a text that `JSON.parse` refuses.
 */
export function locateJsonError(text: string): JsonError {
  const open: ('{' | '[')[] = []
  let state: State = 'value'
  let offset = 0
  for (;;) {
    offset += match(space, text, offset).length
    const character = text[offset]
    const inside = open.at(-1)
    if (state === 'after') {
      if (inside === undefined) return toError(text, offset, 'the end of the text')
      if (character === ',') state = inside === '{' ? 'key' : 'value'
      else if (character !== (inside === '{' ? '}' : ']'))
        return toError(text, offset, inside === '{' ? ', or }' : ', or ]')
      else open.pop()
      offset += 1
    } else if (state === 'colon') {
      if (character !== ':') return toError(text, offset, allowed.colon)
      state = 'value'
      offset += 1
    } else if (state === 'key' || state === 'first key') {
      const key = match(string, text, offset)
      if (key !== '') state = 'colon'
      else if (state === 'first key' && character === '}') {
        open.pop()
        state = 'after'
      } else return toError(text, offset, allowed[state])
      offset += key.length || 1
    } else if (character === '{' || character === '[') {
      open.push(character)
      state = character === '{' ? 'first key' : 'first value'
      offset += 1
    } else if (state === 'first value' && character === ']') {
      open.pop()
      state = 'after'
      offset += 1
    } else {
      const value = match(string, text, offset) || match(scalar, text, offset)
      if (value === '') return toError(text, offset, allowed[state])
      state = 'after'
      offset += value.length
    }
  }
}

function match(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? ''
}

/** Slips that are common enough to be called by their name. The first that matches the rest of the text is meant. */
const slips: readonly { readonly rest: RegExp; readonly came: string; readonly hint: string }[] = [
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

function toError(text: string, offset: number, expected: string): JsonError {
  const rest = text.slice(offset, offset + 40)
  const slip = slips.find((entry) => entry.rest.test(rest))
  const shown = JSON.stringify((rest.split(/\s/, 1)[0] ?? '').slice(0, 20) || rest[0] || '')
  return {
    offset,
    came: slip === undefined ? shown : slip.rest.source === '^$' ? slip.came : `${slip.came} (${shown})`,
    allowed: expected,
    hint: slip?.hint ?? 'Write valid JSON at this place.',
  }
}
