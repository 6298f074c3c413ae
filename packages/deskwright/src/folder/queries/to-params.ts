import { param } from '../../index.ts'
import type { AnyParam } from '../../define/params/param.ts'
import { findNearest } from '../../internal/nearest.ts'
import type { Database } from '../../sql/index.ts'
import { toTitle } from '../../internal/to-title.ts'
import { bindQuery } from './bind-query.ts'
import type { ParamDeclaration } from './query-file.ts'
import type { RefuseLine } from './refuse-line.ts'
import { splitQuery } from './split-query.ts'

/** The parameters of all SQL files, by what is said of them: equal ones are one, so their widgets follow each other. */
export type SharedParams = Map<string, AnyParam>

/** Makes the parameters of an SQL file. A query for choices may use the parameters that are declared above it. */
export function toParams(
  declarations: readonly ParamDeclaration[],
  database: Database,
  shared: SharedParams,
  refuse: RefuseLine,
): Record<string, AnyParam> {
  const params: Record<string, AnyParam> = {}
  const keys: Record<string, string> = {}
  for (const declaration of declarations) {
    const { line: _, ...said } = declaration
    const references = toReferences(declaration, params, refuse)
    const key = JSON.stringify([said, Object.keys(references).map((name) => keys[name])])
    const made = shared.get(key) ?? make(declaration, references, database, refuse)
    shared.set(key, made)
    params[declaration.name] = made
    keys[declaration.name] = key
  }
  return params
}

function toReferences(
  { query = '', line }: ParamDeclaration,
  known: Readonly<Record<string, AnyParam>>,
  refuse: RefuseLine,
): Record<string, AnyParam> {
  const names = splitQuery(query).flatMap((part) => (typeof part === 'string' ? [] : [part.param]))
  return Object.fromEntries(
    names.map((name) => {
      const nearest = findNearest(name, Object.keys(known))
      const fix = nearest === undefined ? 'Declare it above.' : `Did you mean $${nearest}?`
      return [name, known[name] ?? refuse(line, `its query uses $${name}, which is no parameter above it`, fix)]
    }),
  )
}

function make(
  declaration: ParamDeclaration,
  references: Readonly<Record<string, AnyParam>>,
  database: Database,
  refuse: RefuseLine,
): AnyParam {
  const { name, type, query = '', options, description, multiple, line } = declaration
  const label = declaration.label ?? toTitle(name)
  const text = declaration.default
  const common = { ...(description !== undefined && { description }) }
  const value = { ...(text !== undefined && { value: text }) }
  const values = { ...(text !== undefined && { value: (multiple ? text.split(',') : text) as string }) }
  switch (type) {
    case 'text':
      return options === undefined
        ? param.text(label, { ...common, ...value, multiple })
        : param.text(label, { ...common, options, multiSelect: multiple, ...values })
    case 'tabs':
      return param.tabs(label, { ...common, options: options as readonly [string], ...value })
    case 'ticker':
      return param.ticker(label, { ...common, ...value })
    case 'date':
      return param.date(label, { ...common, ...(value as { value?: '$currentDate' }) })
    case 'number': {
      const choices = { ...(options !== undefined && { options: options.map(toNumber) }), multiSelect: multiple }
      if (text === undefined) return param.number(label, { ...common, ...choices })
      const numbers = text.split(',').map(toNumber)
      return param.number(label, { ...common, ...choices, value: (multiple ? numbers : numbers[0]) as number })
    }
    case 'boolean':
      return param.boolean(label, { ...common, ...(text !== undefined && { value: text === 'true' }) })
    case 'endpoint': {
      const choices = bindQuery(query, Object.keys(references), refuse)
      const load = async (values: Readonly<Record<string, unknown>>, { signal }: { signal: AbortSignal }) =>
        toChoices(await database.query(choices(values)).rows(signal))
      return param.endpoint(label, {
        ...common,
        options: load,
        optionsParams: references,
        multiSelect: multiple,
        ...values,
      })
    }
  }

  function toNumber(value: string): number {
    const number = Number(value)
    return Number.isFinite(number) ? number : refuse(line, `"${value}" is no number`)
  }
}

/** The first column is the value, a second one its label. */
function toChoices(rows: readonly object[]): { value: string; label: string }[] {
  return rows.flatMap((row) => {
    const [value, label = value] = Object.values(row)
    return value === null ? [] : [{ value: String(value), label: String(label ?? value) }]
  })
}
