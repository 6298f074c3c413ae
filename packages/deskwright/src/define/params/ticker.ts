import type { CommonParamOptions } from './common-options.ts'
import { createParam, type Param } from './param.ts'
import { decodeText } from './text.ts'
import type { ValueOf } from './value-of.ts'

/** Options of a ticker parameter. */
export interface TickerOptions<Default> extends CommonParamOptions {
  readonly value?: Default
}

/**
 * Declares a symbol of OpenBB's own universe, with its search box. For symbols of your own use `param.endpoint`.
 * @see widgets-json §6.3
 */
export function ticker<const Default extends string | null | undefined = undefined>(
  label: string,
  options: TickerOptions<Default> = {},
): Param<ValueOf<string, Default, false>> {
  return createParam({
    type: 'ticker',
    label,
    options,
    value: options.value,
    list: false,
    wire: {},
    decodeOne: decodeText,
  })
}
