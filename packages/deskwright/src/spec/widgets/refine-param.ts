import type { z } from 'zod'
import type { WireParam } from './param.ts'

interface Rule {
  readonly key: keyof WireParam
  readonly broken: (param: WireParam) => boolean
  readonly message: string
}

const rules: readonly Rule[] = [
  {
    key: 'optionsEndpoint',
    broken: ({ type, optionsEndpoint }) => type === 'endpoint' && optionsEndpoint === undefined,
    message: 'required for type "endpoint"',
  },
  {
    key: 'options',
    broken: ({ type, options }) => type === 'tabs' && (options === undefined || options.length === 0),
    message: 'required for type "tabs"',
  },
  {
    key: 'options',
    broken: ({ type, options = [] }) => type === 'tabs' && options.some(({ value }) => typeof value !== 'string'),
    message: 'only texts are values of type "tabs"',
  },
  {
    key: 'multiple',
    broken: ({ type, multiple }) => multiple === true && type !== 'text',
    message: 'only for type "text"',
  },
  {
    key: 'language',
    broken: ({ type, language }) => language !== undefined && type !== 'text',
    message: 'only for type "text"',
  },
  {
    key: 'endpoint',
    broken: ({ type, endpoint }) => (type === 'form') !== (endpoint !== undefined),
    message: 'required for type "form", and only for it',
  },
  {
    key: 'inputParams',
    broken: ({ type, inputParams }) => (type === 'form') !== (inputParams !== undefined),
    message: 'required for type "form", and only for it',
  },
]

/** Checks what one key of a parameter says about another. */
export function refineParam(param: WireParam, context: z.RefinementCtx): void {
  for (const { key, broken, message } of rules) {
    if (broken(param)) context.addIssue({ code: 'custom', path: [key], message })
  }
}
