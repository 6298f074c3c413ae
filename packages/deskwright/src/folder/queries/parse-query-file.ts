import { findNearest } from '../../internal/nearest.ts'
import { parseParam } from './parse-param.ts'
import { chartKinds, queryTypes, type ParamDeclaration, type QueryFile } from './query-file.ts'
import { createRefuseLine } from './refuse-line.ts'

const keys = ['name', 'description', 'type', 'x', 'y', 'z', 'by', 'kind', 'param'] as const

type Key = (typeof keys)[number]

/**
 * Reads the header of an SQL file: the comments before its query. A line that begins with a key says something, every other
 * one is a remark. Throws `folder-file-broken` with the line.
 */
export function parseQueryFile(file: string, text: string): QueryFile {
  const refuse = createRefuseLine(file)
  const said = new Map<Key, string>()
  const lines = new Map<string, number>()
  const params: ParamDeclaration[] = []

  const all = text.split(/\r\n|\n|\r/)
  const body = all.findIndex((line) => !/^\s*(?:--|$)/.test(line))
  all.slice(0, body === -1 ? all.length : body).forEach((comment, index) => {
    const line = index + 1
    const [, key = '', colon, value = ''] = /^\s*--+\s*(\w+)(\s*:)?\s*(.*?)\s*$/.exec(comment) ?? []
    if (!isKey(key)) {
      if (colon !== undefined && key !== '' && findNearest(key, keys) !== undefined) {
        refuse(line, `"${key}" is no key`, `Did you mean ${findNearest(key, keys)}? Keys: ${keys.join(', ')}.`)
      }
      return
    }
    if (value === '') refuse(line, `"${key}" is followed by nothing`, `Write its value after it: -- ${key} …`)
    if (key === 'param') {
      const param = parseParam(value, line, refuse)
      if (params.some(({ name }) => name === param.name))
        refuse(line, `the parameter "${param.name}" is declared twice`)
      params.push(param)
      return
    }
    const before = said.get(key)
    if (before !== undefined && key !== 'description') refuse(line, `"${key}" is said twice`, 'Keep one of them.')
    said.set(key, before === undefined ? value : `${before} ${value}`)
    lines.set(key, lines.get(key) ?? line)
  })
  if (body === -1) refuse(all.length, 'there is no query', 'Write one SELECT below the header.')

  const type = oneOf('type', queryTypes) ?? (said.has('x') ? 'chart' : 'table')
  const kind = oneOf('kind', chartKinds) ?? 'line'
  const missing = type === 'chart' ? neededOf(kind).filter((key) => !said.has(key)) : []
  if (missing.length > 0) {
    const hint = `Say which columns to draw: ${missing.map((key) => `-- ${key} …`).join(', and ')}`
    refuse(
      lines.get('kind') ?? lines.get('type') ?? lines.get('x') ?? 1,
      `a chart of kind ${kind} needs ${missing.join(' and ')}`,
      hint,
    )
  }
  return {
    type,
    params,
    text,
    lines,
    y: (said.get('y') ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ...pick('name'),
    ...pick('description'),
    ...pick('x'),
    ...pick('z'),
    ...pick('by'),
    kind,
  }

  function oneOf<const Value extends string>(key: Key, values: readonly Value[]): Value | undefined {
    const given = said.get(key)
    const found = values.find((value) => value === given)
    if (given === undefined || found !== undefined) return found
    const nearest = findNearest(given, values)
    const known = `It is one of ${values.join(', ')}.`
    return refuse(
      lines.get(key)!,
      `the ${key} "${given}" is unknown`,
      nearest === undefined ? known : `Did you mean ${nearest}? ${known}`,
    )
  }

  function pick<const Name extends Key>(key: Name): { readonly [Only in Name]?: string } {
    const value = said.get(key)
    return value === undefined ? {} : ({ [key]: value } as { readonly [Only in Name]: string })
  }
}

/** A candlestick finds its columns by their usual names. */
function neededOf(kind: QueryFile['kind']): readonly Key[] {
  if (kind === 'candlestick') return []
  if (kind === 'histogram') return ['x']
  return kind === 'heatmap' ? ['x', 'y', 'z'] : ['x', 'y']
}

function isKey(word: string): word is Key {
  return (keys as readonly string[]).includes(word)
}
