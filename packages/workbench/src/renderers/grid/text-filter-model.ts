import { toText } from './to-text.ts'

/** How texts may be compared; `set` keeps listed values. */
export const textConditions = {
  contains: 'contains',
  notContains: 'does not contain',
  equals: 'is',
  notEqual: 'is not',
  startsWith: 'starts with',
  endsWith: 'ends with',
  blank: 'is blank',
  notBlank: 'is not blank',
  set: 'is one of',
} as const
export type TextCondition = keyof typeof textConditions

/** What a text column is filtered by, as AG Grid writes it. */
export type TextFilterModel =
  | { readonly filterType: 'text'; readonly type: Exclude<TextCondition, 'set'>; readonly filter?: string }
  | { readonly filterType: 'set'; readonly values: readonly (string | null)[] }

/** What the user chose, as a filter; nothing when it would keep everything. */
export function toTextFilter(
  condition: TextCondition,
  text: string,
  chosen: readonly (string | null)[] | undefined,
): TextFilterModel | null {
  if (condition === 'set') return chosen === undefined ? null : { filterType: 'set', values: chosen }
  if (condition === 'blank' || condition === 'notBlank') return { filterType: 'text', type: condition }
  return text === '' ? null : { filterType: 'text', type: condition, filter: text }
}

/** Whether a value passes. Case does not matter; blank is `null`, missing or empty. */
export function passesTextFilter(model: TextFilterModel, value: unknown): boolean {
  const blank = value === null || value === undefined || value === ''
  if (model.filterType === 'set') return model.values.includes(blank ? null : toText(value))
  const [text, filter] = [toText(value).toLowerCase(), (model.filter ?? '').toLowerCase()]
  return {
    contains: text.includes(filter),
    notContains: !text.includes(filter),
    equals: text === filter,
    notEqual: text !== filter,
    startsWith: text.startsWith(filter),
    endsWith: text.endsWith(filter),
    blank,
    notBlank: !blank,
  }[model.type]
}
