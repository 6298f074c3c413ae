import fc, { type GeneratorValue } from 'fast-check'
import type { CommonParamOptions } from '../define/params/common-options.ts'
import type { AnyParam } from '../define/params/param.ts'
import { param } from '../define/param.ts'

type Draw = GeneratorValue

const names = ['symbol', 'from', 'side', 'constructor', 'hasOwnProperty', 'with space', 'ü', '7', 'prompt2']
const someNames = () => fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 })

const drawing = (): fc.Arbitrary<CommonParamOptions> =>
  fc.record(
    {
      description: fc.string(),
      show: fc.boolean(),
      row: fc.nat(4),
      placeholder: fc.string(),
      style: fc.record({ popupWidth: fc.integer({ min: 200, max: 1000 }) }),
      groupById: fc.string(),
    },
    { requiredKeys: [] },
  )

const filled = fc.string({ minLength: 1 }).filter((text) => !text.includes(','))
const choices = () => fc.uniqueArray(filled, { minLength: 1, maxLength: 5 })

/** Parameters by name, as widgets may share them. */
export function anyParams(draw: Draw): Record<string, AnyParam> {
  const taken = draw(someNames)
  const made: Record<string, AnyParam> = {}
  for (const name of taken) made[name] = anyParam(draw, Object.values(made))
  return made
}

/** A parameter of any type. Options of dropdowns may depend on the earlier ones. */
function anyParam(draw: Draw, earlier: readonly AnyParam[]): AnyParam {
  const kind = draw(fc.constantFrom, ...kinds)
  return kind(draw, draw(fc.string), draw(drawing), earlier)
}

type Kind = (draw: Draw, label: string, options: CommonParamOptions, earlier: readonly AnyParam[]) => AnyParam

const field: readonly Kind[] = [
  (draw, label) => param.text(label, draw(fc.constantFrom, {}, { value: 'a' }, { value: '' }, { value: null })),
  (draw, label) => param.number(label, draw(fc.constantFrom, {}, { value: 0 }, { value: -1.5 }, { value: null })),
  (draw, label) => param.boolean(label, draw(fc.constantFrom, {}, { value: true })),
  (draw, label) => param.date(label, draw(fc.constantFrom, {}, { value: '$currentDate' }, { value: '2026-03-31' })),
  (_draw, label) => param.endpoint(label, { options: () => [] }),
  (_draw, label) => param.button(label),
]

const kinds: readonly Kind[] = [
  (draw, label, options) => param.text(label, { ...options, value: draw(fc.option, fc.string()) }),
  (_draw, label, options) => param.text(label, { ...options, language: 'sql' }),
  (draw, label, options) => param.text(label, { ...options, multiple: true, value: draw(fc.array, filled) }),
  (draw, label, options) => {
    const all = draw(choices)
    return param.text(label, { ...options, options: all, value: draw(fc.constantFrom, null, ...all) })
  },
  (draw, label, options) => {
    const all = draw(choices)
    return param.text(label, { ...options, options: all, multiSelect: true, value: draw(fc.subarray, all) })
  },
  (draw, label, options) => param.number(label, { ...options, value: draw(fc.constantFrom, null, 0, 1.5, -3) }),
  (draw, label, options) => param.number(label, { ...options, options: [1, 2, 3], value: draw(fc.constantFrom, 1, 2) }),
  (_draw, label, options) => param.number(label, { ...options, options: [1, 2], multiSelect: true, value: [1, 2] }),
  (draw, label, options) => param.boolean(label, { ...options, value: draw(fc.boolean) }),
  (draw, label, options) =>
    param.date(label, { ...options, value: draw(fc.constantFrom, null, '2026-03-31', '$currentDate-1y') }),
  (draw, label, options) => param.ticker(label, { ...options, value: draw(fc.constantFrom, null, 'AAPL') }),
  (draw, label, options, earlier) => {
    const references = draw(fc.subarray, [...earlier]).filter(({ type }) => type !== 'form')
    const optionsParams = Object.fromEntries(references.map((reference, index) => [`r${index}`, reference]))
    const value = draw(fc.constantFrom, null, '', 'a')
    return param.endpoint(label, {
      ...options,
      value,
      optionsParams: { ...optionsParams, limit: 50 },
      options: () => [],
    })
  },
  (_draw, label, options) =>
    param.endpoint(label, { ...options, optionsEndpoint: '/elsewhere/books', multiSelect: true, value: ['a', 'b'] }),
  (draw, label, options) => {
    const [first = 'a', ...rest] = draw(choices)
    return param.tabs(label, { ...options, options: [first, ...rest], value: draw(fc.constantFrom, first, ...rest) })
  },
  (draw, label, { description = '', show = true, row = 0 }) => {
    const inputs = draw(fc.array, fc.constantFrom(...field), { maxLength: 4 })
    const inputParams = Object.fromEntries(inputs.map((kind, index) => [`f${index}`, kind(draw, 'Field', {}, [])]))
    const method = draw(fc.constantFrom, 'POST', 'PUT')
    return param.form(label, { description, show, row, inputParams, method, submit: () => undefined })
  },
]
