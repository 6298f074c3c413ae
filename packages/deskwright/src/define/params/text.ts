import type { Language } from '../../spec/types.ts'
import { pick } from '../../internal/pick.ts'
import { oneOf, toOptions, type Choice } from './choice.ts'
import type { CommonParamOptions } from './common-options.ts'
import { createParam, type Decoded, type Param } from './param.ts'
import { show } from '../../internal/show.ts'
import type { ValueOf } from './value-of.ts'

/** Options of a text parameter. */
export interface TextOptions<Item extends string, Several extends boolean, Default> extends CommonParamOptions {
  /** The default. `null` or absent: none. */
  readonly value?: Default
  /** Makes it a dropdown of these values. */
  readonly options?: readonly Choice<Item>[]
  /** With `options`: several of them at once. */
  readonly multiSelect?: Several
  /** Without `options`: free entry of several values. */
  readonly multiple?: Several
  /** Makes the box a code editor. */
  readonly language?: Language
}

/**
 * Declares a text parameter: a text box, a tag box (`multiple`), a dropdown (`options`) or a multi-dropdown.
 * @see widgets-json §6.3
 */
export function text<
  const Item extends string = string,
  const Several extends boolean = false,
  const Default extends Item | (Several extends true ? readonly Item[] : never) | null | undefined = undefined,
>(label: string, options: TextOptions<Item, Several, Default> = {}): Param<ValueOf<Item, Default, Several>> {
  return createParam({
    type: 'text',
    label,
    options,
    value: options.value,
    list: options.multiSelect === true || options.multiple === true,
    wire: {
      ...pick(options, ['multiSelect', 'multiple', 'language']),
      ...(options.options && { options: toOptions(options.options) }),
    },
    decodeOne: oneOf<string>(options.options, decodeText),
  })
}

/** Reads text. Numbers and booleans from a JSON body count as their text. */
export function decodeText(one: unknown): Decoded<string> {
  if (typeof one === 'string') return { value: one }
  if (typeof one === 'number' || typeof one === 'boolean') return { value: String(one) }
  return { problem: `expected text, got ${show(one)}` }
}
