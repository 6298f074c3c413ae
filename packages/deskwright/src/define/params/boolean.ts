import type { CommonParamOptions } from './common-options.ts'
import { createParam, type Decoded, type Param } from './param.ts'
import { show } from '../../internal/show.ts'

/** Options of a boolean parameter. */
export interface BooleanOptions extends CommonParamOptions {
  /** The default. Default `false`. */
  readonly value?: boolean
}

/**
 * Declares a toggle.
 * @see widgets-json §6.3
 */
export function boolean(label: string, options: BooleanOptions = {}): Param<boolean> {
  return createParam({
    type: 'boolean',
    label,
    options,
    value: options.value ?? false,
    list: false,
    wire: {},
    decodeOne: decodeBoolean,
  })
}

const spellings = new Map([
  ...['true', '1', 'yes', 'on', 't', 'y'].map((text) => [text, true] as const),
  ...['false', '0', 'no', 'off', 'f', 'n'].map((text) => [text, false] as const),
])

/** Reads a boolean in any of its usual spellings, in any case. */
export function decodeBoolean(one: unknown): Decoded<boolean> {
  const value = spellings.get(typeof one === 'string' ? one.trim().toLowerCase() : JSON.stringify(one))
  return value === undefined ? { problem: `expected true or false, got ${show(one)}` } : { value }
}
