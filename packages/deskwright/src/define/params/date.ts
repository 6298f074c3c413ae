import type { CommonParamOptions } from './common-options.ts'
import { resolveDate } from '../../spec/widgets/resolve-date.ts'
import { createParam, type Param } from './param.ts'
import { show } from '../../internal/show.ts'
import type { ValueOf } from './value-of.ts'

/** A date as text: `2026-03-31`, or relative to today: `$currentDate`, `$currentDate-1y`, `$currentDate+3b`. */
export type DateText = `${number}-${number}-${number}` | '$currentDate' | `$currentDate${'+' | '-'}${number}${DateUnit}`

/** Hours, days, business days, weeks, months, quarters, years. */
export type DateUnit = 'h' | 'd' | 'b' | 'w' | 'M' | 'm' | 'q' | 'y'

/** Options of a date parameter. */
export interface DateOptions<Default> extends CommonParamOptions {
  /** The default. `null` or absent: none. */
  readonly value?: Default
}

/**
 * Declares a date parameter. Loaders get `YYYY-MM-DD`; modifiers are resolved against the UTC day.
 * @see widgets-json §6.3
 */
export function date<const Default extends DateText | null | undefined = undefined>(
  label: string,
  options: DateOptions<Default> = {},
): Param<ValueOf<string, Default, false>> {
  return createParam({
    type: 'date',
    label,
    options,
    value: options.value,
    list: false,
    wire: {},
    decodeOne: (one, clock) => {
      const value = typeof one === 'string' ? resolveDate(one, clock.now()) : undefined
      return value === undefined
        ? { problem: `expected a date (YYYY-MM-DD, or $currentDate with a modifier such as -1y), got ${show(one)}` }
        : { value }
    },
  })
}
