import { findNearest } from '../../internal/nearest.ts'
import { paramTypes, type ParamDeclaration } from './query-file.ts'
import type { RefuseLine } from './refuse-line.ts'
import { tokenize, type Token } from './tokenize.ts'

const example = 'param symbol endpoint "select distinct symbol from prices" default AAPL'

/** Reads the declaration of a parameter: its name, its type, and what else is said of it, in any order. */
export function parseParam(text: string, line: number, refuseLine: RefuseLine): ParamDeclaration {
  const refuse = (reason: string, fix = `Write for example: ${example}`) => refuseLine(line, reason, fix)
  const tokens = tokenize(text)
  if ('open' in tokens) return refuse(`the quote ${tokens.open} is not closed`, 'Close it; a quote inside is doubled.')
  const [nameToken, typeToken, ...rest] = tokens
  const name = nameToken?.text ?? ''
  if (!/^[A-Za-z_]\w*$/.test(name)) return refuse(`"${name}" is no name for a parameter`)
  const type = paramTypes.find((known) => known === typeToken?.text)
  if (type === undefined) {
    const nearest = findNearest(typeToken?.text ?? '', paramTypes)
    const known = `Types: ${paramTypes.join(', ')}.`
    const came = typeToken === undefined ? 'no type' : `the unknown type "${typeToken.text}"`
    return refuse(
      `the parameter "${name}" has ${came}`,
      nearest === undefined ? known : `Did you mean ${nearest}? ${known}`,
    )
  }

  const said: { -readonly [Key in keyof ParamDeclaration]?: ParamDeclaration[Key] } = {}
  let left: readonly Token[] = rest
  while (left.length > 0) {
    const [first, second] = left as readonly [Token, Token | undefined]
    if (first.quoted && type === 'endpoint') {
      said.query = first.text
      left = left.slice(1)
    } else if (!first.quoted && first.text === 'multiple') {
      said.multiple = true
      left = left.slice(1)
    } else if (!first.quoted && isKeyword(first.text)) {
      if (second === undefined) return refuse(`"${first.text}" is followed by nothing`)
      const list = first.text === 'options' || first.text === 'default' ? takeList(left.slice(1)) : left.slice(1, 2)
      const values = list.filter((token) => token.quoted || token.text !== ',').map((token) => token.text)
      if (first.text === 'options') said.options = values
      else said[first.text] = values.join(',')
      left = left.slice(1 + list.length)
    } else return refuse(`"${first.text}" is not understood`, `After the type come: ${grammar(type)}.`)
  }

  if (type === 'endpoint' && said.query === undefined)
    return refuse(`the parameter "${name}" has no query for its choices`)
  if (type === 'tabs' && said.options === undefined)
    return refuse(`the parameter "${name}" has no options`, 'Write: options day, week')
  return { name, type, line, multiple: false, ...said }
}

const keywords = ['default', 'label', 'description', 'options'] as const

function isKeyword(text: string): text is (typeof keywords)[number] {
  return (keywords as readonly string[]).includes(text)
}

/** Takes values with commas between them. */
function takeList(tokens: readonly Token[]): readonly Token[] {
  let length = 1
  while (tokens[length]?.text === ',' && !tokens[length]!.quoted) length += 2
  return tokens.slice(0, length)
}

function grammar(type: ParamDeclaration['type']): string {
  return `${type === 'endpoint' ? '"a query", ' : 'options a, b; '}default value; label "text"; description "text"; multiple`
}
