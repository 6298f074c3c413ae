import type { Awaitable } from '../../internal/awaitable.ts'
import { pick } from '../../internal/pick.ts'
import { type AnyParam, type Param, type ParamValue, type Params, createParam } from './param.ts'
import { decodeBoolean } from './boolean.ts'
import type { FormContext } from './refuse-fields.ts'

/** Options of a form. */
export interface FormOptions<Inputs extends Params> {
  /** The fields, by name; buttons are fields made with `param.button`. */
  readonly inputParams: Inputs
  /**
   * Receives the fields; the pressed button is `true`. `sent` is the JSON that came, before it was read. Call `refuse(400, '…')` to
   * show an error in the form, `context.refuseFields` to show errors at its fields. When it returns, Workspace refreshes the widget.
   */
  readonly submit: (
    values: { -readonly [Name in keyof Inputs]: ParamValue<Inputs[Name]> },
    context: FormContext<Inputs>,
    sent: unknown,
  ) => Awaitable<unknown>
  /** The path that the form is submitted to. Default: `forms/` and its name. */
  readonly endpoint?: string
  readonly method?: 'POST' | 'PUT'
  readonly description?: string
  readonly show?: boolean
  readonly row?: number
}

/** A panel of fields that is submitted on its own. It adds nothing to what loaders get. */
export interface FormParam extends Param<never> {
  readonly type: 'form'
  readonly inputParams: Params
  readonly method: 'POST' | 'PUT'
  readonly submit: (values: Record<string, unknown>, context: FormContext<Params>, sent: unknown) => Awaitable<unknown>
  readonly endpoint?: string
}

/**
 * Declares a form.
 * @see widgets-json §6.6
 */
export function form<const Inputs extends Params>(label: string, options: FormOptions<Inputs>): FormParam {
  const { inputParams, submit, method = 'POST', endpoint: _endpoint, ...drawing } = options
  const base = createParam<never>({
    type: 'form',
    label,
    options: drawing,
    value: undefined,
    list: false,
    wire: method === 'PUT' ? { method } : {},
    decodeOne: () => ({ problem: 'a form has no value' }),
  })
  return {
    ...base,
    type: 'form',
    inputParams,
    method,
    submit: submit as FormParam['submit'],
    ...pick(options, ['endpoint']),
  }
}

/** Whether a parameter is a form. */
export function isFormParam(param: AnyParam): param is FormParam {
  return param.type === 'form'
}

/**
 * Declares a button of a form. In `submit` it is `true` when it was pressed.
 * @see widgets-json §6.6
 */
export function button(label: string, options: { readonly description?: string } = {}): Param<boolean> {
  const base = createParam<boolean>({
    type: 'button',
    label,
    options,
    value: true,
    list: false,
    wire: {},
    decodeOne: decodeBoolean,
  })
  return {
    ...base,
    decode: (received, clock) => (received === undefined ? { value: false } : base.decode(received, clock)),
  }
}
