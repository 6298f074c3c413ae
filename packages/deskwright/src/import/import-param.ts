import type { WireFormInput, WireOption, WireParam } from '../spec/types.ts'
import type { Addresses, Verdict } from './addresses.ts'
import { type Code, isBlank, print, quote, toArray, toCall, toLiteral, toObject } from './code.ts'
import { leaveOthers, type Notes } from './notes.ts'
import { toChoice, toDefault } from './param-value.ts'

type Source = WireParam | WireFormInput

/** What a parameter's code needs to know besides the parameter. */
export interface ParamSurroundings {
  /** Where it stands, for notes. */
  readonly path: string
  readonly row: number
  readonly notes: Notes
  readonly addresses: Addresses
  /** Gives the code of a parameter of the same widget, by its name. */
  readonly toReference: (name: string) => string | undefined
}

const common = ['description', 'show', 'placeholder', 'style', 'groupById'] as const
const choosing = ['options', 'multiSelect']
const known: Readonly<Record<Source['type'], readonly string[]>> = {
  text: [...common, ...choosing, 'multiple', 'language'],
  number: [...common, ...choosing],
  boolean: common,
  date: common,
  ticker: common,
  endpoint: [...common, 'multiSelect', 'roles', 'optionsEndpoint', 'optionsParams'],
  tabs: [...common, 'options'],
  form: ['description', 'show', 'endpoint', 'method', 'inputParams'],
  button: ['description'],
}

/** Writes a parameter as a call of its factory. */
export function importParam(source: Source, surroundings: ParamSurroundings): Code {
  const { path, row, notes } = surroundings
  const { type, paramName } = source
  leaveOthers(source, ['paramName', 'type', 'label', 'value', ...known[type]], path, 'there is no word for it', notes)
  const label = source.label ?? paramName
  const options = toObject({
    value: toValue(source, path, notes),
    ...toPlain(source),
    row: row === 0 ? undefined : String(row),
    ...(type === 'endpoint' ? toDropdown(source, surroundings) : {}),
    ...(type === 'form' ? toForm(source, surroundings) : {}),
  })
  const needsOptions = !isBlank(options) || type === 'endpoint' || type === 'tabs'
  return toCall(`param.${type}`, [quote(label), ...(needsOptions ? [options] : [])])
}

function toValue(source: Source, path: string, notes: Notes): Code | undefined {
  if (source.type === 'button' || source.type === 'form') {
    const isUsual = source.value === undefined || source.value === null || source.value === true
    if (!isUsual) notes.leave(`${path}.value`, source.value, 'a button sends true')
    return undefined
  }
  const read = toDefault(source)
  if (read === undefined) return undefined
  if ('value' in read) return source.type === 'tabs' && read.value === null ? undefined : toLiteral(read.value)
  notes.leave(`${path}.value`, source.value, read.reason)
  return undefined
}

/** The keys that the module has under the names of the wire. */
function toPlain(source: Source): Record<string, Code | undefined> {
  const keys = known[source.type].filter(
    (key) => !['optionsEndpoint', 'optionsParams', 'endpoint', 'method', 'inputParams'].includes(key),
  )
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value: unknown = source[key as keyof Source]
      if (value === undefined) return []
      return [[key, key === 'options' ? toChoices(source.type, value as readonly WireOption[]) : toLiteral(value)]]
    }),
  )
}

function toChoices(type: Source['type'], options: readonly WireOption[]): Code {
  const choices = options.flatMap((option) => {
    const value = toChoice(type, option.value)
    if (value === undefined) return []
    const isPlain = option.label === String(value) && option.extraInfo === undefined
    return [isPlain ? toLiteral(value) : toLiteral({ ...option, value })]
  })
  return toArray(choices)
}

function toDropdown(
  source: Source,
  { path, notes, addresses, toReference }: ParamSurroundings,
): Record<string, Code | undefined> {
  const references: Record<string, Code> = {}
  for (const [key, value] of Object.entries(source.optionsParams ?? {})) {
    const isReference = typeof value === 'string' && value.startsWith('$')
    const code = isReference ? toReference(value.slice(1)) : toLiteral(value)
    if (code === undefined)
      notes.leave(`${path}.optionsParams.${key}`, value, 'no parameter of the widget can be meant')
    else references[key] = code
  }
  const endpoint = source.optionsEndpoint ?? ''
  const code = toObject(references)
  const optionsParams = isBlank(code) ? undefined : code
  if (/^https?:/i.test(endpoint)) return { optionsParams, optionsEndpoint: quote(endpoint) }
  const verdict = addresses.takeOptions(endpoint, print(code))
  return {
    optionsParams,
    optionsEndpoint: toKept(endpoint, verdict, `${path}.optionsEndpoint`, notes),
    options:
      verdict === 'shared' ? undefined : toCall('(params, context) => ask', [quote(endpoint), 'params', 'context']),
  }
}

/** The old address, where it stays. */
function toKept(endpoint: string, verdict: Verdict, path: string, notes: Notes): Code | undefined {
  if (typeof verdict === 'string') return quote(endpoint)
  notes.change(path, endpoint, `an address of this module, because ${verdict.reason}`)
  return undefined
}

function toForm(source: WireParam, { path, notes, addresses }: ParamSurroundings): Record<string, Code | undefined> {
  const { endpoint = '', method, inputParams = [] } = source
  const inputs = inputParams.map((input) => {
    const inner = {
      path: `${path}.inputParams.${input.paramName}`,
      row: 0,
      notes,
      addresses,
      toReference: () => undefined,
    }
    return [input.paramName, importParam(input, inner)] as const
  })
  const verdict = addresses.takeForm(endpoint, method ?? 'POST')
  const put = method === 'PUT' ? [quote('PUT')] : []
  return {
    endpoint: toKept(endpoint, verdict, `${path}.endpoint`, notes),
    method: method === 'PUT' ? quote(method) : undefined,
    inputParams: toObject(Object.fromEntries(inputs)),
    submit: toCall('(_fields, context, sent = {}) => ask', [quote(endpoint), '{}', 'context', 'sent', ...put]),
  }
}
