import type { ErrorCode, ErrorDetails } from '../../errors/catalogue.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import { findAt } from '../locate/walk-json.ts'
import type { Step } from '../source.ts'
import type { Fix } from './fix.ts'

/** Where a finding is, as far as the place exists. */
export interface FixPlace {
  readonly steps: readonly Step[]
  /** The whole document. */
  readonly document: unknown
  /** What stands at the place. */
  readonly value: unknown
}

/** Finds the change that mends a finding of one kind; nothing when there is more than one. */
type Fixer<Code extends ErrorCode> = (facts: ErrorDetails<Code>, place: FixPlace) => Fix | undefined

/** What can be mended without asking. */
export const fixes: { readonly [Code in ErrorCode]?: Fixer<Code> } = {
  'key-respelled': ({ from, to }, place) =>
    to === 'groupBy.paramName' ? moveClickParam(place) : renameKey(place, from, to),
  'key-unknown': ({ key, instead }, place) => (instead === undefined ? undefined : renameKey(place, key, instead)),
  'key-undocumented': ({ key }, { steps, document, value }) => {
    const parent = steps.slice(0, -1)
    if (key === 'id') return value === parent.at(-1) ? [{ kind: 'remove', steps }] : undefined
    if (key !== 'ai' || typeof value !== 'boolean') return undefined
    const isHidden = !value && !hasKey(findAt(document, parent), 'disableRetrievalForCopilot')
    return isHidden
      ? [
          { kind: 'set', steps: [...parent, 'disableRetrievalForCopilot'], value: true },
          { kind: 'remove', steps },
        ]
      : [{ kind: 'remove', steps }]
  },
  'key-missing': ({ key }, { steps, value }) => {
    if (!isJsonObject(value) || hasKey(value, key)) return undefined
    const known: Readonly<Record<string, unknown>> = { allowCustomization: true, groups: [], prompts: [], features: {} }
    const isAboutName = key === 'description' && typeof value['name'] === 'string' && value['name'] !== ''
    const added = isAboutName ? value['name'] : Object.hasOwn(known, key) ? known[key] : undefined
    return added === undefined ? undefined : [{ kind: 'set', steps: [...steps, key], value: added }]
  },
  'value-illegal': ({ nearest, allowed }, { steps, value }) => {
    const meant = nearest === undefined ? toMeant(value, allowed) : (JSON.parse(nearest) as unknown)
    return meant === undefined ? undefined : [{ kind: 'set', steps, value: meant }]
  },
  'params-ignored': (_facts, { steps, value }) => {
    if (!isJsonObject(value) || !Object.values(value).every(isJsonObject)) return undefined
    const params = Object.entries(value).map(([paramName, param]) => ({ paramName, ...(param as object) }))
    return [{ kind: 'set', steps, value: params }]
  },
  'app-id': (_facts, { steps }) => (steps.at(-1) === 'id' ? [{ kind: 'remove', steps }] : undefined),
  'interval-short': (_facts, { steps }) => [{ kind: 'set', steps, value: 1000 }],
  'stale-time-long': ({ refetchInterval }, { steps }) => [{ kind: 'set', steps, value: refetchInterval }],
  'grid-size': ({ value, most }, { steps }) => (value > most ? [{ kind: 'set', steps, value: most }] : undefined),
  'raw-unsupported': (_facts, { steps }) => [{ kind: 'remove', steps }],
  'tab-id': ({ key }, { steps }) => [{ kind: 'set', steps, value: key }],
  'layout-id': ({ nearest }, { steps }) =>
    nearest === undefined ? undefined : [{ kind: 'set', steps, value: nearest }],
  'group-member-unknown': ({ nearest }, { steps }) =>
    nearest === undefined ? undefined : [{ kind: 'set', steps, value: nearest }],
  'prompt-mention': ({ id, nearest }, { steps, value }) =>
    nearest === undefined || typeof value !== 'string'
      ? undefined
      : [{ kind: 'set', steps, value: value.replaceAll(`@[id:${id}]`, `@[id:${nearest}]`) }],
  'omni-prompt': (_facts, { steps, document }) => {
    const prompt = { paramName: 'prompt', type: 'text', show: false }
    const widget = steps.slice(0, 1)
    const params = findAt(document, [...widget, 'params'])
    if (params !== undefined && !Array.isArray(params)) return undefined
    if (params === undefined) return [{ kind: 'set', steps: [...widget, 'params'], value: [prompt] }]
    return [{ kind: 'set', steps: [...widget, 'params', params.length], value: prompt }]
  },
  'file-selector': ({ names, endpoints }, { steps, value }) => {
    if (names.length > 0 || endpoints.length !== 1) return undefined
    const found = findParam(value, endpoints[0] ?? '')
    return found && [{ kind: 'set', steps: [...steps, ...found, 'roles'], value: ['fileSelector'] }]
  },
  'render-fn-unused': ({ renderFn }, { steps, document }) => {
    const column = steps.slice(0, steps.lastIndexOf('renderFnParams'))
    if (hasKey(findAt(document, column), 'renderFn')) return undefined
    return [{ kind: 'set', steps: [...column, 'renderFn'], value: renderFn }]
  },
  'agent-feature-name': ({ key, nearest }, place) => renameKey(place, key, nearest),
  'agent-feature-need': ({ feature }, { steps }) =>
    feature === 'widget-global-search'
      ? [{ kind: 'set', steps: [...steps.slice(0, -1), 'widget-dashboard-search'], value: true }]
      : undefined,
}

/** Gives a key its name, unless the name is taken or a path. */
function renameKey({ steps, document }: FixPlace, from: string, to: string): Fix | undefined {
  if (steps.at(-1) !== from || !/^[\w-]+$/.test(to)) return undefined
  if (hasKey(findAt(document, steps.slice(0, -1)), to)) return undefined
  return [{ kind: 'rename', steps, key: to }]
}

/** Writes the old form of a click's parameter in the new one. */
function moveClickParam({ steps, document, value }: FixPlace): Fix | undefined {
  const parent = steps.slice(0, -1)
  if (hasKey(findAt(document, parent), 'groupBy')) return undefined
  return [
    { kind: 'set', steps: [...parent, 'groupBy'], value: { paramName: value } },
    { kind: 'remove', steps },
  ]
}

const colors: Readonly<Record<string, string>> = {
  yellow: '#FFC107',
  orange: '#FF9800',
  purple: '#9C27B0',
  pink: '#E91E63',
  gray: '#9E9E9E',
  grey: '#9E9E9E',
  black: '#000000',
  white: '#FFFFFF',
}

/** A number that is too small, a number or a truth value in quotes, or a colour without a code. */
function toMeant(value: unknown, allowed: string): unknown {
  const least = /^a (?:whole )?number ≥ (\d+)/.exec(allowed)?.[1]
  if (typeof value === 'number' && least !== undefined && value < Number(least)) return Number(least)
  if (typeof value !== 'string') return undefined
  if (allowed.startsWith('true or false') && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  if (/^a (?:whole )?number/.test(allowed) && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value)
  if (allowed.includes('#RRGGBB') && Object.hasOwn(colors, value.toLowerCase())) return colors[value.toLowerCase()]
  return undefined
}

/** Finds a parameter in a flat or nested array. */
function findParam(params: unknown, name: string): readonly number[] | undefined {
  if (!Array.isArray(params)) return undefined
  for (const [index, entry] of params.entries() as Iterable<[number, unknown]>) {
    if (isJsonObject(entry) && entry['paramName'] === name) return [index]
    const inside = findParam(entry, name)
    if (inside !== undefined) return [index, ...inside]
  }
  return undefined
}

function hasKey(value: unknown, key: string): boolean {
  return isJsonObject(value) && Object.hasOwn(value, key)
}
