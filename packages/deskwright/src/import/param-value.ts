import type { WireFormInput, WireOption, WireParam } from '../spec/types.ts'
import { resolveDate } from '../spec/widgets/resolve-date.ts'

type Source = WireParam | WireFormInput

/** A default that the module can say, or why it cannot. */
export type ImportedValue = { readonly value: unknown } | { readonly reason: string }

const dateText = /^(\d{4}-\d{2}-\d{2}|\$currentDate([+-]\d+[hdbwMmqy])?)$/

/** Reads a default as the type of its parameter, as the backend would have to. */
export function toDefault(source: Source): ImportedValue | undefined {
  const { type, value } = source
  if (value === undefined) return undefined
  if (value === null || value === '') return type === 'boolean' ? undefined : { value: toEmpty(source) }
  const isList = source.multiSelect || source.multiple
  if (isList) return toList(source)
  if (Array.isArray(value)) {
    if (type === 'endpoint' && 'roles' in source) return toList(source)
    return value.length === 1 ? toScalar(source, value[0]) : { reason: 'it takes one value' }
  }
  return toScalar(source, value)
}

/** Reads a choice as the type of its parameter. */
export function toChoice(type: Source['type'], value: WireOption['value']): string | number | undefined {
  if (type !== 'number') return value === null ? '' : String(value)
  return value === null || value === '' ? undefined : Number(value)
}

function toEmpty({ type, value, options }: Source): unknown {
  const isSayable = type === 'text' && (options === undefined || options.some((option) => option.value === ''))
  return isSayable ? value : null
}

function toList(source: Source): ImportedValue {
  const { value, options } = source
  const isWhole = typeof value === 'string' && options?.some((option) => option.value === value)
  const items = Array.isArray(value) ? value : isWhole ? [value] : String(value).split(',')
  const read = items.map((item) => toScalar(source, typeof item === 'string' ? item.trim() : item))
  const failed = read.find((one) => 'reason' in one)
  return failed ?? { value: read.map((one) => ('value' in one ? one.value : undefined)) }
}

function toScalar({ type, options }: Source, value: unknown): ImportedValue {
  if (type === 'boolean') {
    const known = { true: true, false: false, '1': true, '0': false }[String(value).toLowerCase()]
    return known === undefined ? { reason: 'it is neither true nor false' } : { value: known }
  }
  if (type === 'date') {
    const isDate = typeof value === 'string' && dateText.test(value) && resolveDate(value, 0) !== undefined
    return isDate ? { value } : { reason: 'it is no date' }
  }
  const read = type === 'number' ? Number(value) : String(value)
  if (typeof read === 'number' && (!Number.isFinite(read) || typeof value === 'boolean')) {
    return { reason: 'it is no number' }
  }
  const isChoice = options === undefined || type === 'endpoint'
  return isChoice || options.some((option) => toChoice(type, option.value) === read)
    ? { value: read }
    : { reason: 'it is none of the options' }
}
