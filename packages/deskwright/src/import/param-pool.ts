import type { Diagnostic } from '../errors/diagnostic.ts'
import { show } from '../internal/show.ts'
import { toWidgetName } from '../spec/names.ts'
import type { AcceptedWidget, AcceptedWidgets } from '../spec/widgets/accepted-widget.ts'
import type { WireParam } from '../spec/types.ts'
import type { Addresses } from './addresses.ts'
import type { Code } from './code.ts'
import { importParam } from './import-param.ts'
import type { Names } from './names.ts'
import { createNotes, type Notes } from './notes.ts'

/** A parameter, however many widgets have it. */
export interface PooledParam {
  readonly source: WireParam
  readonly row: number
  /** The ids of the widgets that have it. */
  readonly widgets: Set<string>
  /** Parameters of the same widget, by name. */
  readonly siblings: ReadonlyMap<string, PooledParam>
  /** Whether something else than its one widget speaks of it. */
  isNamed: boolean
  /** Whether a click sets it in the widget that has it: it is hidden then unless it says otherwise. */
  isClicked: boolean
}

/** A `const` of the module. */
export interface Declaration {
  readonly name: string
  readonly code: Code
  readonly comments: readonly string[]
}

/** The parameters of all widgets: equal ones are one. */
export interface ParamPool {
  /** The parameters of a widget by name. */
  of(id: string): ReadonlyMap<string, PooledParam>
  /** Comments about parameters of a widget that it cannot have. */
  leftOf(id: string): readonly string[]
  /** Every parameter of a name. */
  named(paramName: string): readonly PooledParam[]
  /** What stands for a parameter inside a widget: its name, or itself. */
  toCode(param: PooledParam, notes: Notes): Code
  readonly declarations: readonly Declaration[]
}

/** What is shared with the other parts of an import. */
export interface PoolSurroundings {
  readonly names: Names
  readonly addresses: Addresses
  readonly report: (finding: Diagnostic) => void
}

/** Names that requests of Workspace use for something else. */
const reserved = ['theme', 'raw', '__proto__']

/** Names a parameter of a widget. */
export function toMember(id: string, paramName: string): string {
  return JSON.stringify([id, paramName])
}

/**
 * Collects the parameters of all widgets. Members of a group are one parameter even where their labels differ: a group is about
 * one parameter.
 */
export function createParamPool(
  widgets: AcceptedWidgets,
  grouped: ReadonlySet<string>,
  { names, addresses, report }: PoolSurroundings,
): ParamPool {
  const pool = new Map<string, PooledParam>()
  const left = new Map<string, readonly string[]>()
  const byWidget = new Map<string, Map<string, PooledParam>>()
  const declarations: Declaration[] = []
  const declared = new Map<PooledParam, string>()
  /** Those whose code is not there yet: what depends on them in a circle cannot name them. */
  const writing = new Set<PooledParam>()

  for (const [id, widget] of Object.entries(widgets)) {
    const own = new Map<string, PooledParam>()
    byWidget.set(id, own)
    const rows = toRows(widget)
    const sent = rows.flat().flatMap(({ paramName, type }) => (type === 'form' ? [] : [paramName]))
    const placed = new Map<string, Placed>()
    const notes = createNotes(toWidgetName(id), report)
    for (const [row, sources] of rows.entries()) {
      for (const source of sources) {
        const { paramName } = source
        const reason = reserved.includes(paramName)
          ? 'Workspace sends it by itself'
          : placed.has(paramName)
            ? 'another parameter has the name'
            : undefined
        if (reason === undefined) placed.set(paramName, { source: withSiblings(source, widget, sent, notes), row })
        else notes.leave(`params.${paramName}`, source, reason)
      }
    }
    left.set(id, notes.comments)
    const toKey = (name: string, above: readonly string[] = []): string => {
      const one = placed.get(name)
      if (one === undefined || above.includes(name)) return ''
      const references = toReferences(one.source).map((reference) => toKey(reference, [...above, name]))
      const isGrouped = grouped.has(toMember(id, name))
      return JSON.stringify([isGrouped ? toMeaning(one.source) : one, references])
    }
    for (const [name, one] of placed) {
      const key = toKey(name)
      const known = pool.get(key)
      if (known !== undefined) noteDifferences(one, known, createNotes(toWidgetName(id), report))
      const param = known ?? { ...one, widgets: new Set<string>(), siblings: own, isNamed: false, isClicked: false }
      pool.set(key, param)
      param.widgets.add(id)
      own.set(name, param)
    }
    for (const { source } of own.values()) {
      for (const name of toReferences(source)) {
        const sibling = own.get(name)
        if (sibling !== undefined) sibling.isNamed = true
      }
    }
  }

  const write = (param: PooledParam, path: string, notes: Notes): Code => {
    const { source, row, siblings } = param
    writing.add(param)
    const shown = param.isClicked && source.show === undefined ? { ...source, show: true } : source
    const toReference = (name: string) => {
      const sibling = siblings.get(name)
      return sibling === undefined || writing.has(sibling) ? undefined : declare(sibling)
    }
    const code = importParam(shown, { path, row, notes, addresses, toReference })
    writing.delete(param)
    return code
  }
  const declare = (param: PooledParam): string => {
    const known = declared.get(param)
    if (known !== undefined) return known
    const name = names.take(param.source.paramName)
    declared.set(param, name)
    const notes = createNotes([...param.widgets].map(toWidgetName), report)
    const code = write(param, `params.${param.source.paramName}`, notes)
    declarations.push({ name, code, comments: notes.comments })
    return name
  }
  return {
    declarations,
    leftOf: (id) => left.get(id) ?? [],
    of: (id) => byWidget.get(id) ?? new Map(),
    named: (paramName) => [...pool.values()].filter(({ source }) => source.paramName === paramName),
    toCode: (param, notes) =>
      param.isNamed || param.widgets.size > 1
        ? declare(param)
        : write(param, `params.${param.source.paramName}`, notes),
  }
}

/** Without `optionsParams`, Workspace asks for the files of a viewer with all other parameters. */
function withSiblings(source: WireParam, { type }: AcceptedWidget, sent: readonly string[], notes: Notes): WireParam {
  const { paramName, roles, optionsParams = {} } = source
  const others = sent.filter((name) => name !== paramName && !reserved.includes(name))
  const isAsked = type === 'multi_file_viewer' && roles?.includes('fileSelector') === true
  if (!isAsked || Object.keys(optionsParams).length > 0 || others.length === 0) return source
  const all = Object.fromEntries(others.map((name) => [name, `$${name}`]))
  notes.change(
    `params.${paramName}.optionsParams`,
    source.optionsParams,
    'all other parameters, as Workspace sends them',
  )
  return { ...source, optionsParams: all }
}

/** What makes parameters of one name the same: not how they are labelled, nor what they start with. */
function toMeaning({ paramName, type, options, optionsEndpoint, multiSelect, multiple, roles }: WireParam): object {
  return { paramName, type, options, optionsEndpoint, isList: multiSelect === true || multiple === true, roles }
}

type Placed = Pick<PooledParam, 'source' | 'row'>

function noteDifferences(own: Placed, shared: Placed, notes: Notes): void {
  const [one, other] = [own, shared].map(({ source, row }): Readonly<Record<string, unknown>> => ({ ...source, row }))
  for (const key of new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])) {
    if (JSON.stringify(one?.[key]) === JSON.stringify(other?.[key])) continue
    notes.change(`params.${own.source.paramName}.${key}`, one?.[key], `${show(other?.[key])}, as in its group`)
  }
}

/** Names the parameters that the options of a dropdown depend on. */
function toReferences({ optionsParams = {} }: WireParam): string[] {
  return Object.values(optionsParams).flatMap((value) =>
    typeof value === 'string' && value.startsWith('$') ? [value.slice(1)] : [],
  )
}

/** A first array is the title row; after bare parameters, arrays are the rows below. */
function toRows({ params = [] }: AcceptedWidget): WireParam[][] {
  const isList = (entry: (typeof params)[number]): entry is readonly WireParam[] => Array.isArray(entry)
  const bare = params.flatMap((entry) => (isList(entry) ? [] : [entry]))
  const below = params.flatMap((entry) => (isList(entry) ? [[...entry]] : []))
  const [first] = params
  return first !== undefined && isList(first) ? mergeTitle(below, bare) : [bare, ...below]
}

function mergeTitle([title = [], ...below]: WireParam[][], bare: readonly WireParam[]): WireParam[][] {
  return [[...title, ...bare], ...below]
}
