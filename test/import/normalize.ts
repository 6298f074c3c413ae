import { paramsOf, type AcceptedWidgets, type WireApp, type WireApps, type WireParams } from 'deskwright/spec'

/** A document as what it says, place by place: `params.symbol.label` is `"Symbol"`. */
export type Statements = ReadonlyMap<string, string>

type Json = Readonly<Record<string, unknown>>

/** Says what a widget is, without what says nothing. */
export function describeWidget(widgets: AcceptedWidgets, id: string): Statements {
  const { params, data, raw, ...plain } = widgets[id] ?? {}
  const { table, ...further } = data ?? {}
  const { columnsDefs = [], ...display } = table ?? {}
  const columns = columnsDefs.map(({ field, renderFn, ...column }) => {
    const renderFns = [renderFn ?? []].flat().toSorted()
    return [field, { ...column, ...(renderFns.length > 0 && { renderFn: renderFns }) }]
  })
  return flatten({
    ...plain,
    ...(raw === true && { raw }),
    params: describeParams(params),
    data: { ...further, table: { ...display, columnsDefs: Object.fromEntries(columns) as Json } },
  })
}

function describeParams(params: WireParams = []): Json {
  const [first] = params
  const isArrays = Array.isArray(first)
  const bare = params.filter((entry) => !Array.isArray(entry))
  const below = params.filter((entry) => Array.isArray(entry))
  const rows = isArrays ? below : [bare, ...below]
  const placed = rows.flatMap((row, index) =>
    paramsOf({ params: row as WireParams }).map((param) => [index, param] as const),
  )
  return Object.fromEntries(
    placed.map(([row, param]) => [param.paramName, { row, ...describeParam(param as unknown as Json) }]),
  )
}

/** Empty is none; several values are comma text; a first tab is the default. */
function describeParam(param: Json): Json {
  const { value, show, multiSelect, multiple, method, inputParams, label, type, options, ...plain } = param
  const one = Array.isArray(value) ? value.join(',') : value
  const isUsual =
    one === undefined || one === null || one === '' || (type === 'boolean' && one === false) || type === 'button'
  const choices = options as readonly Json[] | undefined
  return {
    type,
    label: label ?? plain['paramName'],
    ...plain,
    ...(!isUsual && { value: toText(one) }),
    ...(isUsual && type === 'tabs' && { value: toText(choices?.[0]?.['value']) }),
    ...(choices && { options: choices.map((choice) => ({ ...choice, value: toText(choice['value'] ?? '') })) }),
    ...(show === false && { show }),
    ...(multiSelect === true && { multiSelect }),
    ...(multiple === true && { multiple }),
    ...(method === 'PUT' && { method }),
    ...(Array.isArray(inputParams) && {
      inputParams: Object.fromEntries(inputParams.map((input: Json) => [input['paramName'], describeParam(input)])),
    }),
  }
}

/** Whether 5 or "5" is the same in a query. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Says what an app is: tabs by name, places by widget, groups by number. */
export function describeApp(app: WireApp): Statements {
  const { tabs, groups, ...plain } = app
  return flatten({
    ...plain,
    tabs: Object.fromEntries(
      Object.values(tabs).map(({ name, layout }, index) => [
        name,
        {
          index,
          layout: Object.fromEntries(layout.map((item, place) => [toPlaceKey(layout, place), describeItem(item)])),
        },
      ]),
    ),
    groups: Object.fromEntries(groups.map((group, index) => [toGroupKey(groups, index), describeGroup(group)])),
  })
}

function describeItem({ i: _i, groups = [], ...item }: WireApp['tabs'][string]['layout'][number]): object {
  return { ...item, ...(groups.length > 0 && { groups: groups.toSorted() }) }
}

/** The order of members says nothing, and an empty value is none. */
function describeGroup({ widgetIds, defaultValue, ...group }: WireApp['groups'][number]): object {
  const isEmpty = defaultValue === undefined || defaultValue === null || defaultValue === ''
  return { ...group, widgetIds: widgetIds.toSorted(), ...(!isEmpty && { defaultValue: toText(defaultValue) }) }
}

/** Names a place by its widget, and by its number where the widget is placed again. */
export function toPlaceKey(layout: readonly { readonly i: string }[], place: number): string {
  const id = layout[place]?.i ?? ''
  return `${id}#${layout.slice(0, place).filter(({ i }) => i === id).length}`
}

/** Names a group by its parameter, and by its number where there are several. */
export function toGroupKey(groups: WireApp['groups'], index: number): string {
  const name = groups[index]?.paramName ?? ''
  return `${name}#${groups.slice(0, index).filter(({ paramName = '' }) => paramName === name).length}`
}

/** Finds an app by its name. */
export function findApp(apps: WireApps | undefined, name: string): WireApp | undefined {
  return apps?.find((app) => app.name === name)
}

function flatten(value: unknown, path = ''): Statements {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return new Map(value === undefined ? [] : [[path, stringify(value)]])
  }
  return new Map(Object.entries(value).flatMap(([key, one]) => [...flatten(one, path === '' ? key : `${path}.${key}`)]))
}

/** Keys in their order. */
function stringify(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
