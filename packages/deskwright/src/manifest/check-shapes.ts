import { z } from 'zod'
import { isObject } from '../define/answers/object.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import { isColumn } from '../define/columns/column.ts'
import { isParam } from '../define/params/param.ts'
import { isWidget, type AnyWidget } from '../define/widget.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import { toAppName, toWidgetName } from '../spec/names.ts'
import { checkSchema } from './check-schema.ts'

/**
 * Finds what TypeScript would have refused: plain objects where factories make the parts, a loader that is no function,
 * `undefined` from modules that import each other. Nothing else looks at definitions before this found nothing.
 */
export function checkShapes(options: BackendOptions): Diagnostic[] {
  const backend = checkSchema(backendShape, options, 'the backend')
  if (!isObject(options)) return backend
  const widgets = isObject(options.widgets) ? Object.entries<AnyWidget>(options.widgets) : []
  const apps = Array.isArray(options.apps) ? (options.apps as readonly unknown[]) : []
  return [
    ...backend,
    ...widgets.flatMap(([id, widget]) => checkSchema(widgetShape, toView(widget), toWidgetName(id))),
    ...apps.flatMap((app, index) => checkSchema(appShape, app, nameApp(app, index))),
  ]
}

/** A widget as its author wrote it, so that findings name the author's keys. */
function toView(widget: AnyWidget): unknown {
  if (!isWidget(widget)) return widget
  const { options, params, columns, load, rawLoad, routes } = widget
  const { name, endpoint, gridData } = options
  const datafeed = routes && Object.fromEntries(routes.map((route) => [route.path, route.load]))
  return { name, endpoint, gridData, params, columns, load, raw: rawLoad, datafeed, [made]: true }
}

const made = Symbol('made by a factory')

function nameApp(app: unknown, index: number): string {
  return isObject(app) && typeof app['name'] === 'string' ? toAppName(app['name']) : `apps[${index}]`
}

const name = z.string().min(1)
const func = z.custom((value) => typeof value === 'function', 'Expected a function').optional()
const text = z.string().optional()
const dictionary = z.custom(isObject, 'Expected an object')
const widget = z.custom(isWidget, 'Expected a widget, as table() and the other factories make it')
const param = z.custom(isParam, 'Expected a parameter, as param.text() and its siblings make it')
const column = z.custom(isColumn, 'Expected a column, as column.text() and its siblings make it')

const backendShape = z.looseObject({ name, widgets: dictionary, apps: z.array(z.unknown()).optional() })

const reference = z.union([param, z.string(), z.number(), z.boolean()])
const inputParams = z.record(
  z.string(),
  z.lazy(() => paramShape),
)

const paramShape: z.ZodType = param.pipe(
  z
    .looseObject({
      label: z.string(),
      row: z.int().min(0).max(20).optional(),
      loadOptions: func,
      optionsEndpoint: text,
      optionsParams: z.record(z.string(), reference).optional(),
      inputParams: inputParams.optional(),
      submit: func,
    })
    .superRefine(({ type, inputParams, submit }, context) => {
      if (type !== 'form') return
      if (inputParams === undefined) {
        context.addIssue({ code: 'custom', path: ['inputParams'], message: 'Expected fields and buttons by name' })
      }
      if (submit === undefined) context.addIssue({ code: 'custom', path: ['submit'], message: 'Expected a function' })
    }),
)

const columnShape = column.pipe(z.looseObject({ sets: z.looseObject({ param, valueField: text }).optional() }))

const widgetShape = z
  .custom((value) => isObject(value) && made in value, 'Expected a widget, as table() and the other factories make it')
  .pipe(
    z.looseObject({
      name,
      endpoint: text,
      gridData: z.looseObject({ w: z.number(), h: z.number() }).optional(),
      params: z.record(z.string(), paramShape),
      columns: z.record(z.string(), columnShape).optional(),
      load: func,
      raw: func,
      datafeed: z.record(z.string(), func.unwrap()).optional(),
    }),
  )

const size = z.number().optional()
const placeable = z
  .custom((value) => isWidget(value) || isPlace(value), 'Expected a widget, or place() of one')
  .pipe(z.looseObject({ x: size, y: size, w: size, h: size }))
const layoutEntry = z.union([z.array(placeable, 'Expected a row of widgets'), placeable])

function isPlace(value: unknown): boolean {
  return isObject(value) && (isWidget(value['widget']) || typeof value['widget'] === 'string')
}

const picture = z.union([z.string(), z.looseObject({ name, contentType: name, load: func.unwrap() })]).optional()
const prompt = z.looseObject({ strings: z.array(z.string()), widgets: z.array(widget) })

const appShape = z.looseObject({
  name,
  tabs: z.record(z.string(), z.array(layoutEntry)),
  img: picture,
  img_dark: picture,
  img_light: picture,
  prompts: z.array(z.union([z.string(), prompt])).optional(),
  groups: z.array(z.looseObject({ param, widgets: z.array(widget).optional() })).optional(),
})
