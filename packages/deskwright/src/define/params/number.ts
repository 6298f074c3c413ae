import { pick } from '../../internal/pick.ts'
import { oneOf, toOptions, type Choice } from './choice.ts'
import type { CommonParamOptions } from './common-options.ts'
import { createParam, type Decoded, type Param } from './param.ts'
import { show } from '../../internal/show.ts'
import type { ValueOf } from './value-of.ts'

/** Options of a number parameter. */
export interface NumberOptions<Item extends number, Several extends boolean, Default> extends CommonParamOptions {
  /** The default. `null` or absent: none. */
  readonly value?: Default
  /** Makes it a dropdown of these values. */
  readonly options?: readonly Choice<Item>[]
  /** With `options`: several of them at once. */
  readonly multiSelect?: Several
}

/**
 * Declares a number parameter. Loaders get a finite number.
 * @see widgets-json §6.3
 */
export function number<
  const Item extends number = number,
  const Several extends boolean = false,
  const Default extends Item | (Several extends true ? readonly Item[] : never) | null | undefined = undefined,
>(label: string, options: NumberOptions<Item, Several, Default> = {}): Param<ValueOf<Item, Default, Several>> {
  return createParam({
    type: 'number',
    label,
    options,
    value: options.value,
    list: options.multiSelect === true,
    wire: {
      ...pick(options, ['multiSelect']),
      ...(options.options && { options: toOptions(options.options) }),
    },
    decodeOne: oneOf<number>(options.options, decodeNumber),
  })
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Reads a decimal number, as a number or as text. */
function decodeNumber(one: unknown): Decoded<number> {
  const value = typeof one === 'string' && decimal.test(one.trim()) ? Number(one) : one
  return typeof value === 'number' && Number.isFinite(value)
    ? { value }
    : { problem: `expected a number, got ${show(one)}` }
}
