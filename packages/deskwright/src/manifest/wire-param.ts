import { isEndpointParam, type EndpointParam } from '../define/params/endpoint.ts'
import { isFormParam } from '../define/params/form.ts'
import type { AnyParam, Params } from '../define/params/param.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { WireParam, WireParams } from '../spec/types.ts'
import { reportBadDefault, reportUnchoosable } from './check-values.ts'
import type { Compilation } from './compilation.ts'
import { isServedPath } from './served-path.ts'
import { joinPath } from '../spec/read/cursor.ts'

/** Where a parameter stands: what it is part of, and its siblings that options may depend on. */
interface ParamPlace {
  readonly where: string
  readonly path: string
  readonly siblings: Params
  /** Not drawn unless asked: a click on the widget sets it. */
  readonly clicked: ReadonlySet<AnyParam>
}

const reservedNames: Readonly<Record<string, string>> = {
  theme: 'Workspace sends its colours under this name; loaders find them in context.theme',
  raw: 'Workspace asks for the raw view under this name; loaders find it in context.raw',
  ['__proto__']: 'JavaScript keeps this name for itself',
}

/** Writes a widget's parameters: row 0 bare, every further row as an array of its own. */
export function toWireParams(
  params: Params,
  place: Omit<ParamPlace, 'path' | 'siblings'>,
  compilation: Compilation,
): WireParams {
  const rows: WireParam[][] = [[]]
  for (const [name, param] of Object.entries(params)) {
    const path = joinPath('params', name)
    reportUnchoosable(param, { where: place.where, path }, compilation)
    const wire = toWireParam(name, param, { ...place, path, siblings: params }, compilation)
    const row = Math.max(0, Math.trunc(param.row ?? 0))
    while (rows.length <= row) rows.push([])
    rows[row]?.push(wire)
  }
  const [title = [], ...below] = rows
  return title.length === 0 && below.length > 0 ? rows : [...title, ...below]
}

/** Writes one parameter, with what follows from its references. */
function toWireParam(name: string, param: AnyParam, place: ParamPlace, compilation: Compilation): WireParam {
  const { where, path } = place
  const reason = Object.hasOwn(reservedNames, name) ? reservedNames[name] : undefined
  if (reason !== undefined) {
    compilation.report(diagnose('error', 'param-name-reserved', { where, path }, { name, reason }))
  }
  reportBadDefault(param, place, compilation)
  const wire: Record<string, unknown> = { paramName: name, ...param.wire }
  if (place.clicked.has(param) && wire['show'] === undefined) wire['show'] = false
  if (isEndpointParam(param)) Object.assign(wire, toOptionsWire(param, place, compilation))
  if (isFormParam(param)) {
    wire['endpoint'] = toServedAddress(param, { ...place, path: `${path}.endpoint` }, compilation)
    wire['inputParams'] = Object.entries(param.inputParams).map(([field, input]) =>
      toWireParam(
        field,
        input,
        { where, path: joinPath(`${path}.inputParams`, field), siblings: param.inputParams, clicked: new Set() },
        compilation,
      ),
    )
  }
  return wire as unknown as WireParam
}

/** Where a parameter is served, if it is. */
function toServedAddress(param: AnyParam, { where, path }: ParamPlace, compilation: Compilation): string | undefined {
  const endpoint = compilation.addresses.paths.get(param)
  if (endpoint !== undefined && !isServedPath(endpoint)) {
    compilation.report(diagnose('error', 'endpoint-not-a-path', { where, path }, { endpoint }))
  }
  return endpoint
}

function toOptionsWire(param: EndpointParam, place: ParamPlace, compilation: Compilation): Record<string, unknown> {
  const { where, path, siblings } = place
  const served = toServedAddress(param, { ...place, path: `${path}.optionsEndpoint` }, compilation)
  const address = served ?? param.optionsEndpoint
  if (address === undefined)
    compilation.report(diagnose('error', 'dropdown-without-options', { where, path }, undefined))
  const references = Object.entries(param.optionsParams).map(([key, reference]) => {
    if (typeof reference === 'string' && reference.startsWith('$') && param.loadOptions !== undefined) {
      compilation.report(diagnose('error', 'options-reference-textual', { where, path }, { key, text: reference }))
    }
    if (typeof reference !== 'object') return [key, reference] as const
    const sibling = Object.keys(siblings).find((name) => siblings[name] === reference)
    if (sibling === undefined) {
      const details = { key, label: reference.label }
      compilation.report(diagnose('error', 'options-reference-missing', { where, path }, details))
    }
    return [key, `$${sibling ?? key}`] as const
  })
  return {
    optionsEndpoint: address ?? 'options',
    ...(references.length > 0 && { optionsParams: Object.fromEntries(references) }),
  }
}
