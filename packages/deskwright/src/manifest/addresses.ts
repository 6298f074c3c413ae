import { isEndpointParam } from '../define/params/endpoint.ts'
import { isFormParam } from '../define/params/form.ts'
import type { AnyParam, Params } from '../define/params/param.ts'
import type { WidgetIds } from './widget-ids.ts'

/** What follows from which widgets hold a parameter: its names, and where its options or its form are served. */
export interface Addresses {
  /** The names a widget's parameter has, in order of appearance; normally one. */
  readonly names: ReadonlyMap<AnyParam, readonly string[]>
  /**
   * Where parameters are served: as they say, else `options/symbol`, `forms/add`. One parameter has one address however
   * many widgets share it, because Workspace takes the last segment for the identity of a dropdown.
   */
  readonly paths: ReadonlyMap<AnyParam, string>
}

/** Gives every parameter its names and its address. */
export function toAddresses(ids: WidgetIds): Addresses {
  const names = new Map<AnyParam, string[]>()
  const paths = new Map<AnyParam, string>()
  const taken = new Set<string>()
  for (const [widget] of ids) for (const path of givenPaths(widget.params)) taken.add(path.replace(/^\/+/, ''))

  const addName = (name: string, param: AnyParam): void => {
    const known = names.get(param)
    if (known === undefined) names.set(param, [name])
    else if (!known.includes(name)) known.push(name)
  }
  const addPath = (widgetId: string, name: string, param: AnyParam): void => {
    const folder = isFormParam(param) ? 'forms' : isEndpointParam(param) && param.loadOptions ? 'options' : undefined
    if (folder !== undefined && !paths.has(param)) {
      const plain = `${folder}/${encodeURIComponent(name)}`
      const own = taken.has(plain) ? `${folder}/${encodeURIComponent(`${widgetId}-${name}`)}` : plain
      const path = toGivenPath(param) ?? own
      taken.add(path)
      paths.set(param, path)
    }
    if (isFormParam(param)) {
      for (const [field, input] of Object.entries(param.inputParams)) addPath(`${widgetId}-${name}`, field, input)
    }
  }

  for (const [widget, id] of ids) {
    for (const [name, param] of Object.entries<AnyParam>(widget.params)) {
      addName(name, param)
      addPath(id, name, param)
    }
  }
  return { names, paths }
}

/** Where a parameter says that it is served. */
function toGivenPath(param: AnyParam): string | undefined {
  if (isFormParam(param)) return param.endpoint
  return isEndpointParam(param) && param.loadOptions ? param.optionsEndpoint : undefined
}

function givenPaths(params: Params): string[] {
  return Object.values<AnyParam>(params).flatMap((param) => [
    ...[toGivenPath(param) ?? []].flat(),
    ...(isFormParam(param) ? givenPaths(param.inputParams) : []),
  ])
}
