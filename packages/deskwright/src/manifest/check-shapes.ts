import { isObject } from '../define/answers/object.ts'
import type { Picture } from '../define/app.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import { isColumn } from '../define/columns/column.ts'
import { isParam } from '../define/params/param.ts'
import type { OptionsParams } from '../define/params/endpoint.ts'
import type { Place } from '../define/place.ts'
import type { Prompt } from '../define/prompt.ts'
import { isWidget, type AnyWidget } from '../define/widget.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { createShapeCheck, isFunction, isList, isName, isNumber, isText, type ShapeCheck } from './shape-check.ts'

const aWidget = 'Expected a widget, as table() and the other factories make it'
const aParam = 'Expected a parameter, as param.text() and its siblings make it'
const aColumn = 'Expected a column, as column.text() and its siblings make it'
const aPlace = 'Expected a widget, or place() of one'
const aName = 'Expected text that is not empty'
const aText = 'Expected text'
const aFunction = 'Expected a function'
const anObject = 'Expected an object'
const aList = 'Expected an array'

/**
 * Finds what TypeScript would have refused: plain objects where factories make the parts, a loader that is no function,
 * `undefined` from modules that import each other. Nothing else looks at definitions before this found nothing.
 */
export function checkShapes(options: BackendOptions): Diagnostic[] {
  const findings: Diagnostic[] = []
  const backend = createShapeCheck('the backend', findings)
  if (!backend.expect(isObject, '', options, anObject)) return findings
  backend.expect(isName, 'name', options.name, aName)
  const widgets: unknown = options.widgets
  if (backend.expect(isObject, 'widgets', widgets, anObject)) {
    for (const [id, widget] of Object.entries(widgets))
      checkWidget(createShapeCheck(`widget "${id}"`, findings), widget)
  }
  const apps: unknown = options.apps ?? []
  if (backend.expect(isList, 'apps', apps, aList)) {
    for (const [index, app] of apps.entries()) checkApp(createShapeCheck(toAppName(app, index), findings), app)
  }
  return findings
}

function toAppName(app: unknown, index: number): string {
  return isObject(app) && typeof app['name'] === 'string' ? `app "${app['name']}"` : `apps[${index}]`
}

/** Findings name the keys that the author wrote: `raw`, not what the factory made of it. */
function checkWidget(check: ShapeCheck, widget: unknown): void {
  if (!check.expect(isWidget, '', widget, aWidget)) return
  const { options, params, columns, load, rawLoad, routes = [], socket } = widget
  check.expect(isName, 'name', options.name, aName)
  check.optional(isText, 'endpoint', options.endpoint, aText)
  const { gridData } = options
  if (gridData !== undefined && check.expect(isObject, 'gridData', gridData, anObject)) {
    checkBox(check, 'gridData.', gridData)
  }
  check.optional(isFunction, 'load', load, aFunction)
  check.optional(isFunction, 'raw', rawLoad, aFunction)
  for (const { path, load } of routes) check.expect(isFunction, `datafeed.${path}`, load, aFunction)
  for (const [name, given] of Object.entries(socket?.functions ?? {})) check.expect(isFunction, name, given, aFunction)
  check.each('params', params, (path, param) => checkParam(check, path, param))
  if (columns !== undefined) check.each('columns', columns, (path, column) => checkColumn(check, path, column))
}

function checkParam(check: ShapeCheck, path: string, param: unknown): void {
  if (!check.expect(isParam, path, param, aParam)) return
  const { type, label, row, loadOptions, optionsEndpoint, optionsParams, inputParams, submit, endpoint } =
    param as unknown as Record<string, unknown>
  check.expect(isText, `${path}.label`, label, aText)
  check.optional(isRow, `${path}.row`, row, 'Expected a whole number from 0 to 20')
  check.optional(isFunction, `${path}.loadOptions`, loadOptions, aFunction)
  check.optional(isText, `${path}.optionsEndpoint`, optionsEndpoint, aText)
  if (optionsParams !== undefined) {
    check.each(`${path}.optionsParams`, optionsParams, (place, reference) =>
      check.expect(isReference, place, reference, `${aParam}, or text, a number or a boolean`),
    )
  }
  if (type !== 'form') return
  if (check.expect(isObject, `${path}.inputParams`, inputParams, 'Expected fields and buttons by name')) {
    check.each(`${path}.inputParams`, inputParams, (place, input) => checkParam(check, place, input))
  }
  check.expect(isFunction, `${path}.submit`, submit, aFunction)
  check.optional(isText, `${path}.endpoint`, endpoint, aText)
}

function checkColumn(check: ShapeCheck, path: string, column: unknown): void {
  if (!check.expect(isColumn, path, column, aColumn)) return
  const { sets } = column as { readonly sets?: unknown }
  if (sets === undefined || !check.expect(isObject, `${path}.sets`, sets, aParam)) return
  check.expect(isParam, `${path}.sets.param`, sets['param'], aParam)
  check.optional(isText, `${path}.sets.valueField`, sets['valueField'], aText)
}

function checkApp(check: ShapeCheck, app: unknown): void {
  if (!check.expect(isObject, '', app, 'Expected an app, as app() makes it')) return
  const { name, tabs, prompts, groups } = app
  check.expect(isName, 'name', name, aName)
  check.each('tabs', tabs, (path, layout) =>
    check.items(path, layout, (place, entry) => {
      if (Array.isArray(entry)) check.items(place, entry, (inner, one) => checkPlace(check, inner, one))
      else checkPlace(check, place, entry)
    }),
  )
  for (const key of ['img', 'img_dark', 'img_light']) {
    check.optional(isPicture, key, app[key], 'Expected text, or a picture as file() makes it')
  }
  if (prompts !== undefined) {
    check.items('prompts', prompts, (path, prompt) =>
      check.expect(isPrompt, path, prompt, 'Expected text, or a prompt as the prompt tag makes it'),
    )
  }
  if (groups !== undefined) check.items('groups', groups, (path, group) => checkGroup(check, path, group))
}

function checkPlace(check: ShapeCheck, path: string, place: unknown): void {
  if (check.expect(isPlaceable, path, place, aPlace)) checkBox(check, `${path}.`, place)
}

/** Layouts are computed from these, so that they have to be numbers before anything else is known. */
function checkBox(check: ShapeCheck, prefix: string, box: object): void {
  for (const side of ['x', 'y', 'w', 'h'] as const) {
    check.optional(isNumber, `${prefix}${side}`, (box as Readonly<Record<string, unknown>>)[side], 'Expected a number')
  }
}

function checkGroup(check: ShapeCheck, path: string, group: unknown): void {
  if (!check.expect(isObject, path, group, 'Expected a group, as group() makes it')) return
  check.expect(isParam, `${path}.param`, group['param'], aParam)
  if (group['widgets'] === undefined) return
  check.items(`${path}.widgets`, group['widgets'], (place, widget) => check.expect(isWidget, place, widget, aWidget))
}

function isRow(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 20
}

function isReference(value: unknown): value is OptionsParams[string] {
  return isParam(value) || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
}

function isPlaceable(value: unknown): value is AnyWidget | Place {
  return isWidget(value) || (isObject(value) && (isWidget(value['widget']) || typeof value['widget'] === 'string'))
}

function isPicture(value: unknown): value is Picture {
  if (!isObject(value)) return isText(value)
  return isName(value['name']) && isName(value['contentType']) && isFunction(value['load'])
}

function isPrompt(value: unknown): value is string | Prompt {
  if (!isObject(value)) return isText(value)
  const { strings, widgets } = value
  return Array.isArray(strings) && strings.every(isText) && Array.isArray(widgets) && widgets.every(isWidget)
}
