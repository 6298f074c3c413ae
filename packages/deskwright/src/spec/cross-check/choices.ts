import { listValues } from '../read/describe.ts'
import type { WireParam } from '../widgets/param.ts'
import type { WireValue } from '../widgets/param-value.ts'

/** Lists what may be chosen, in words, when a value is none of a parameter's given choices. */
export function toMissedChoices(
  { options, multiSelect, multiple }: Pick<WireParam, 'options' | 'multiSelect' | 'multiple'>,
  value: WireValue | undefined,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (options === undefined || options.length === 0 || multiple === true) return undefined
  const choices = new Set(options.map((option) => String(option.value)))
  const chosen = typeof value === 'object' ? value : multiSelect === true ? String(value).split(',') : [value]
  if (chosen.every((choice) => choices.has(String(choice).trim()) || choices.has(String(choice)))) return undefined
  return `${listValues(options.slice(0, 12).map((option) => option.value))}${options.length > 12 ? ', …' : ''}`
}
