import type { Decoded } from './param.ts'
import { show } from '../../internal/show.ts'

/** The second line of an option in a dropdown. */
export interface ExtraInfo {
  readonly description?: string
  readonly rightOfDescription?: string
}

/** One option of a dropdown. */
export interface Option<Value> {
  readonly label: string
  readonly value: Value
  readonly extraInfo?: ExtraInfo
}

/** An option as authors write it: the bare value is its own label. */
export type Choice<Value> = Value | Option<Value>

/** Options as the wire wants them. What is no list is left as it is, so that the check of the documents can name it. */
export function toOptions<Value>(choices: readonly Choice<Value>[]): Option<Value>[] {
  if (!Array.isArray(choices)) return choices as Option<Value>[]
  return choices.map((choice) =>
    typeof choice === 'object' && choice !== null && 'value' in choice
      ? choice
      : { label: String(choice), value: choice },
  )
}

/** Narrows a decoder to the values of static options; without options it stays as it is. */
export function oneOf<Value>(
  choices: readonly Choice<Value>[] | undefined,
  decodeOne: (one: unknown) => Decoded<Value>,
): (one: unknown) => Decoded<Value> {
  if (!Array.isArray(choices)) return decodeOne
  const allowed = toOptions(choices).map(({ value }) => value)
  return (one) => {
    const decoded = decodeOne(one)
    if ('problem' in decoded || allowed.includes(decoded.value)) return decoded
    return { problem: `expected one of ${allowed.map(show).join(', ')}; got ${show(one)}` }
  }
}
