import type { AcceptedWidgets } from '../spec/widgets/accepted-widget.ts'
import type { WireApp, WireGroup, WireLayoutItem } from '../spec/types.ts'
import { show } from '../internal/show.ts'
import { isBuiltInLayoutId } from '../spec/constants.ts'
import { type Code, type CodePart, quote, toArray, toCall, toLiteral, toObject } from './code.ts'
import { leaveOthers, type Notes } from './notes.ts'
import type { ParamPool, PooledParam } from './param-pool.ts'
import { toDefault } from './param-value.ts'

/** What an app refers to. */
export interface AppSurroundings {
  readonly widgets: AcceptedWidgets
  readonly pool: ParamPool
  /** The `const` of a widget, by its id. */
  readonly toWidget: (id: string) => string | undefined
  readonly notes: Notes
}

const plainKeys = ['name', 'description', 'img', 'img_dark', 'img_light', 'allowCustomization'] as const
const furtherKeys = ['selected_agent', 'authentication', 'mcp_servers'] as const
const placeKeys = ['x', 'y', 'w', 'h', 'minW', 'minH', 'maxW', 'maxH', 'static', 'state'] as const

/** The parameter that a group is about: the one that most of its members have. */
export function toGroupParam(group: WireGroup, pool: ParamPool): PooledParam | undefined {
  const counts = new Map<PooledParam, number>()
  for (const id of group.widgetIds) {
    for (const param of pool.of(id).values()) {
      const { source } = param
      const isIt = group.paramName === undefined ? source.type === 'ticker' : source.paramName === group.paramName
      if (isIt) counts.set(param, (counts.get(param) ?? 0) + 1)
    }
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

/** Writes an app. */
export function importApp(app: WireApp, surroundings: AppSurroundings): Code {
  const { notes } = surroundings
  leaveOthers(app, [...plainKeys, ...furtherKeys, 'tabs', 'groups', 'prompts'], '', 'there is no word for it', notes)
  const isPlain = (key: (typeof plainKeys)[number]) =>
    app[key] !== undefined && !(key.startsWith('img') && app[key] === '') && !(key === 'allowCustomization' && app[key])
  const prompts = (app.prompts ?? []).map((prompt) => toPrompt(prompt, surroundings))
  return toCall('app', [
    toObject({
      ...Object.fromEntries(plainKeys.filter(isPlain).map((key) => [key, toLiteral(app[key])])),
      tabs: toTabs(app, surroundings),
      groups: toGroups(app, surroundings),
      prompts: prompts.length === 0 ? undefined : toArray(prompts),
      ...Object.fromEntries(furtherKeys.flatMap((key) => (app[key] === undefined ? [] : [[key, toLiteral(app[key])]]))),
    }),
  ])
}

function toTabs(app: WireApp, surroundings: AppSurroundings): Code {
  const { notes } = surroundings
  const tabs: Record<string, Code> = {}
  for (const [id, tab] of Object.entries(app.tabs)) {
    let name = tab.name
    for (let count = 2; Object.hasOwn(tabs, name); count += 1) name = `${tab.name} ${count}`
    if (name !== tab.name) notes.change(`tabs.${id}.name`, tab.name, `"${name}", because another tab has the name`)
    const places = tab.layout.flatMap((item, index) => toPlace(item, `tabs.${id}.layout[${index}]`, surroundings))
    tabs[name] = toArray(places)
  }
  return toObject(tabs)
}

function toPlace(item: WireLayoutItem, path: string, { toWidget, pool, notes }: AppSurroundings): Code[] {
  const { i: id } = item
  const widget = toWidget(id) ?? (isBuiltInLayoutId(id) ? quote(id) : undefined)
  if (widget === undefined) {
    notes.leave(path, item, 'there is no such widget')
    return []
  }
  leaveOthers(item, ['i', 'groups', ...placeKeys], path, 'there is no word for it', notes)
  const { state, ...rest } = item
  const given = { ...rest, ...(state === undefined ? {} : { state: toState(item, `${path}.state`, pool, notes) }) }
  const options = Object.fromEntries(
    placeKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, toLiteral(given[key])]])),
  )
  return [toCall('place', [widget, toObject(options)])]
}

/** Values are written as their parameters take them. */
function toState({ i: id, state = {} }: WireLayoutItem, path: string, pool: ParamPool, notes: Notes) {
  const { params: values, ...rest } = state
  if (values === undefined) return rest
  const params: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const source = pool.of(id).get(name)?.source
    const read = source === undefined || source.type === 'form' ? undefined : toDefault({ ...source, value })
    if (read !== undefined && 'value' in read && read.value !== null) {
      params[name] = read.value
      if (show(read.value) !== show(value)) notes.change(`${path}.params.${name}`, value, show(read.value))
    } else {
      const reason = read !== undefined && 'reason' in read ? read.reason : 'the widget has no use for it'
      notes.leave(`${path}.params.${name}`, value, reason)
    }
  }
  return { params, ...rest }
}

function toGroups(app: WireApp, surroundings: AppSurroundings): Code {
  const { pool, toWidget, notes } = surroundings
  const parts: CodePart[] = []
  for (const [index, group] of app.groups.entries()) {
    const path = `groups[${index}]`
    const param = toGroupParam(group, pool)
    if (param === undefined) {
      notes.leave(path, group, 'none of its widgets has the parameter')
      continue
    }
    const members = group.widgetIds.filter((id) => takesPart(id, param, surroundings))
    const strangers = group.widgetIds.filter((id) => !members.includes(id))
    if (strangers.length > 0) notes.leave(`${path}.widgetIds`, strangers, 'their parameter is another one, or missing')
    const name = `Group ${parts.length + 1}`
    if (group.name !== name) notes.change(`${path}.name`, group.name, `"${name}"`)
    const { defaultValue } = group
    const isOwn = JSON.stringify(defaultValue) === JSON.stringify(param.source.value)
    const options = toObject({
      widgets: toArray(members.flatMap((id) => toWidget(id) ?? [])),
      defaultValue: defaultValue === undefined || defaultValue === null || isOwn ? undefined : toLiteral(defaultValue),
    })
    parts.push({ value: toCall('group', [pool.toCode(param, notes), options]) })
  }
  return { open: '[', parts, close: ']' }
}

/** Whether a widget has the very parameter, or sets it by a click. */
function takesPart(id: string, param: PooledParam, { widgets, pool }: AppSurroundings): boolean {
  if (pool.of(id).get(param.source.paramName) === param) return true
  const columns = widgets[id]?.data?.table?.columnsDefs ?? []
  const isSet = columns.some(({ renderFnParams }) => renderFnParams?.groupBy?.paramName === param.source.paramName)
  return isSet && !pool.of(id).has(param.source.paramName) && pool.named(param.source.paramName)[0] === param
}

function toPrompt(prompt: string, { toWidget }: AppSurroundings): Code {
  let isTagged = false
  const text = prompt
    .replaceAll(/[\\`]|\$\{/g, String.raw`\$&`)
    .replaceAll(/@\[id:([^\]]+)\]/g, (mention, id: string) => {
      const widget = toWidget(id)
      if (widget === undefined) return mention
      isTagged = true
      return `\${${widget}}`
    })
  return isTagged ? `prompt\`${text}\`` : quote(prompt)
}
