import type { Awaitable } from '../../internal/awaitable.ts'
import { pick } from '../../internal/pick.ts'
import type { ParamRole } from '../../spec/types.ts'
import type { Context } from '../context.ts'
import type { Choice } from './choice.ts'
import type { CommonParamOptions } from './common-options.ts'
import { type AnyParam, type Param, type ParamValue, createParam } from './param.ts'
import { decodeText } from './text.ts'
import type { ValueOf } from './value-of.ts'

/** What the options of a dropdown depend on: other parameters of the same widget by reference, or fixed values. */
export type OptionsParams = Readonly<Record<string, AnyParam | string | number | boolean>>

/** What an `options` function gets: the values of the referenced parameters, and the fixed values. */
export type OptionsParamValues<References extends OptionsParams> = {
  -readonly [Name in keyof References]: References[Name] extends AnyParam
    ? ParamValue<References[Name]>
    : References[Name]
}

/** A dropdown's options, as values or with labels. */
export type OptionsLoad<References extends OptionsParams> = (
  params: OptionsParamValues<References>,
  context: Context,
) => Awaitable<readonly Choice<string | number | boolean | null>[]>

/** Options of an endpoint parameter. */
export interface EndpointOptions<
  Several extends boolean,
  Default,
  References extends OptionsParams,
  Role extends ParamRole,
> extends CommonParamOptions {
  /** The default. `null` or absent: none. */
  readonly value?: Default
  readonly multiSelect?: Several
  /** `fileSelector`: the file list of a `multiFileViewer`. Loaders get an array of the selected values. */
  readonly roles?: readonly Role[]
  /** Loads the options; the backend serves them. */
  readonly options?: OptionsLoad<References>
  /** The path that `options` are served at. Without `options`: an address that serves them already. Default: `options/` and the name. */
  readonly optionsEndpoint?: string
  /** Parameters of the same widget that the options depend on, and fixed values. Workspace refetches when one changes. */
  readonly optionsParams?: References
}

/** A dropdown whose options the backend serves. */
export interface EndpointParam<Value = unknown> extends Param<Value> {
  readonly type: 'endpoint'
  readonly loadOptions?: (params: Record<string, unknown>, context: Context) => Awaitable<readonly Choice<unknown>[]>
  readonly optionsEndpoint?: string
  readonly optionsParams: OptionsParams
}

/**
 * Declares a dropdown filled by the backend. Loaders get text; values are not checked against the options.
 * @see widgets-json §6.4, §6.5
 */
export function endpoint<
  const Several extends boolean = false,
  const Default extends string | (Several extends true ? readonly string[] : never) | null | undefined = undefined,
  const References extends OptionsParams = {},
  Role extends ParamRole = never,
>(
  label: string,
  options: EndpointOptions<Several, Default, References, Role>,
): EndpointParam<ValueOf<string, Default, [Role] extends [never] ? Several : true>> {
  const base = createParam<ValueOf<string, Default, [Role] extends [never] ? Several : true>>({
    type: 'endpoint',
    label,
    options,
    value: options.value,
    list: options.multiSelect === true || (options.roles ?? []).length > 0,
    wire: pick(options, ['multiSelect', 'roles']),
    decodeOne: decodeText,
  })
  return {
    ...base,
    type: 'endpoint',
    optionsParams: options.optionsParams ?? {},
    ...(options.options && { loadOptions: options.options as NonNullable<EndpointParam['loadOptions']> }),
    ...pick(options, ['optionsEndpoint']),
  }
}

/** Whether a parameter is a dropdown filled by the backend. */
export function isEndpointParam(param: AnyParam): param is EndpointParam {
  return param.type === 'endpoint'
}
