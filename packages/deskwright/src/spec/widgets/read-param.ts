import { report, stepInto } from '../read/cursor.ts'
import { objectOf, recordOf } from '../read/object-reader.ts'
import {
  filled,
  flag,
  isJsonObject,
  listOf,
  name,
  number,
  oneOf,
  type Reader,
  text,
  unchecked,
} from '../read/reader.ts'
import { respell } from '../read/translate.ts'
import type { WireParam } from './param.ts'
import type { WireValue } from './param-value.ts'
import { formMethods, languages, paramRoles, paramTypes, type ParamTypeName } from './param-values.ts'
import { formInput } from './read-form-input.ts'
import { option } from './read-option.ts'
import { popupWidth } from './read-popup-width.ts'
import { value } from './read-value.ts'

/** A parameter with the row it asked for. */
export interface PlacedParam {
  readonly param: WireParam
  readonly row: number | undefined
}

interface LooseParam extends Omit<WireParam, 'paramName' | 'type'> {
  readonly paramName?: string
  readonly type?: ParamTypeName
  readonly row?: number
  readonly hidden?: boolean
}

const looseParam = objectOf<LooseParam>(
  {
    paramName: name,
    type: oneOf(paramTypes),
    value,
    label: text,
    description: text,
    show: flag,
    hidden: flag,
    optional: unchecked(flag),
    row: number(0),
    options: listOf(option),
    multiSelect: flag,
    multiple: flag,
    placeholder: text,
    style: objectOf<NonNullable<WireParam['style']>>({ popupWidth }),
    roles: unchecked(listOf(oneOf(paramRoles))),
    optionsEndpoint: filled,
    optionsParams: unchecked(recordOf(value)),
    groupById: text,
    language: oneOf(languages),
    endpoint: filled,
    method: oneOf(formMethods),
    inputParams: listOf(formInput),
  },
  {
    expects: 'a parameter {"paramName", "type"}',
    silent: ['query'],
    instead: {
      name: 'paramName',
      id: 'paramName',
      default: 'value',
      defaultValue: 'value',
      role: 'roles',
      choices: 'options',
    },
  },
)

const spelled = respell(looseParam, [{ from: 'editable', to: 'multiple', severity: 'warning' }])

/** Reads one parameter. */
export const placedParam: Reader<PlacedParam> = {
  expects: looseParam.expects,
  read: (came, cursor) => {
    const loose = spelled.read(came, cursor)
    if (loose === undefined || !isJsonObject(came)) return undefined
    const { row, hidden, multiple, ...rest } = loose
    const type = rest.type ?? (rest.paramName === 'date' ? 'date' : 'text')
    if (came['multiple'] === true && type !== 'text') {
      report(stepInto(cursor, 'multiple'), cursor.severity, 'multiple-not-text', { type })
    }
    if (rest.paramName === undefined && type !== 'form') {
      if (!Object.hasOwn(came, 'paramName')) {
        report(stepInto(cursor, 'paramName'), cursor.severity, 'key-missing', {
          key: 'paramName',
          allowed: name.expects,
        })
      }
      return undefined
    }
    const param: WireParam = {
      ...rest,
      ...(rest.value === undefined ? {} : { value: toTyped(rest.value, type) }),
      ...(hidden === true ? { show: false } : {}),
      ...(multiple !== undefined && type === 'text' ? { multiple } : {}),
      paramName: rest.paramName ?? 'form',
      type,
    }
    return { param, row }
  },
}

/** Writes a default in the type of its parameter: numbers and booleans may come in quotes. */
function toTyped(value: WireValue, type: ParamTypeName): WireValue {
  if (typeof value !== 'string') return value
  if (type === 'number') return value.trim() === '' ? null : Number.isFinite(Number(value)) ? Number(value) : value
  if (type === 'boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return value
}
