import { oneOf, toOptions, type Choice } from './choice.ts'
import type { CommonParamOptions } from './common-options.ts'
import { createParam, type Param } from './param.ts'
import { decodeText } from './text.ts'

/** Options of a tabs parameter. */
export interface TabsOptions<Item extends string> extends CommonParamOptions {
  readonly options: readonly [Choice<Item>, ...Choice<Item>[]]
  /** The default. Default: the first option. */
  readonly value?: NoInfer<Item>
}

/**
 * Declares clickable tabs.
 * @see widgets-json §6.3
 */
export function tabs<const Item extends string>(label: string, options: TabsOptions<Item>): Param<Item> {
  const wireOptions = toOptions<Item>(options.options)
  return createParam({
    type: 'tabs',
    label,
    options,
    value: options.value ?? wireOptions?.[0]?.value,
    list: false,
    wire: { options: wireOptions },
    decodeOne: oneOf<string>(options.options, decodeText),
  })
}
