import { jsonAnswer } from '../define/answers/answer.ts'
import { arrayAnswer, isObject } from '../define/answers/object.ts'
import { describe } from '../define/answers/rows.ts'
import { toOptions, type Choice } from '../define/params/choice.ts'
import { isEndpointParam, type EndpointParam } from '../define/params/endpoint.ts'
import { isFormParam, type FormParam } from '../define/params/form.ts'
import type { AnyParam, Params } from '../define/params/param.ts'
import { createRefuseFields } from '../define/params/refuse-fields.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { Compilation } from './compilation.ts'
import { isServedPath, toServedPath } from './served-path.ts'

const optionsAnswer = arrayAnswer('an array of values or { label, value }', (option) => {
  if (!isObject(option) || typeof option['label'] !== 'string') return 'it has no label'
  const { value } = option
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? undefined
    : `its value is ${describe(value)}`
})

const submitAnswer = jsonAnswer('anything', () => undefined)

/** Serves what parameters need: the options of dropdowns and the submits of forms, each once. */
export function serveParams({ addresses, serve }: Compilation): void {
  for (const [param, endpoint] of addresses.paths) {
    if (!isServedPath(endpoint)) continue // reported where the parameter is written
    const path = toServedPath(endpoint)
    if (isEndpointParam(param)) serveOptions(param, path, serve)
    if (isFormParam(param)) serveForm(param, path, serve)
  }
}

function serveOptions(param: EndpointParam, path: string, serve: Compilation['serve']): void {
  const { loadOptions } = param
  if (loadOptions === undefined) return
  const { params, constants } = splitReferences(param.optionsParams)
  serve({
    path,
    methods: ['GET'],
    where: `options of "${param.label}"`,
    params,
    load: (values, context) => {
      const choices = loadOptions({ ...values, ...constants }, context)
      return isPromise(choices) ? choices.then(toServedOptions) : toServedOptions(choices)
    },
    answer: optionsAnswer,
  })
}

/** A wrong result is left as it is, so that the answer's check can name it. */
function toServedOptions(choices: readonly Choice<unknown>[]): unknown {
  return Array.isArray(choices) ? toOptions(choices) : choices
}

/** What options depend on comes in two kinds: parameters, which are decoded, and constants, which are known. */
function splitReferences(references: EndpointParam['optionsParams']) {
  const params: Record<string, AnyParam> = {}
  const constants: Record<string, unknown> = {}
  for (const [key, reference] of Object.entries(references)) {
    if (typeof reference === 'object') params[key] = reference
    else constants[key] = reference
  }
  return { params: params satisfies Params, constants }
}

function serveForm(param: FormParam, path: string, serve: Compilation['serve']): void {
  const refuseFields = createRefuseFields(param.inputParams)
  serve({
    path,
    methods: [param.method],
    where: `form "${param.label}"`,
    params: param.inputParams,
    load: async (values, context, body) => {
      await param.submit(values, Object.assign(context, { refuseFields }), body)
      return {}
    },
    answer: submitAnswer,
    form: true,
  })
}
