import type { FormatterFn, WireColumn } from 'deskwright/spec'
import { formatDate } from './format-date.ts'
import { toText } from './to-text.ts'

type Format = Pick<
  WireColumn,
  'cellDataType' | 'decimalPlaces' | 'formatterFn' | 'prefix' | 'renderFn' | 'suffix' | 'field'
>

interface NumberStyle {
  readonly factor?: number
  readonly sign?: string
  /** Decimals when the column does not say. */
  readonly decimals?: number
  readonly grouped?: false
}

const styles: Readonly<Partial<Record<FormatterFn, NumberStyle>>> = {
  int: { decimals: 0 },
  percent: { sign: '%' },
  normalized: { factor: 100 },
  normalizedPercent: { factor: 100, sign: '%' },
}

const writers = new Map<string, Intl.NumberFormat>()

/** Writes a cell's value as text: formatter, decimals, prefix and suffix. What is empty stays empty. */
export function formatValue(value: unknown, column: Format): string {
  if (value === null || value === undefined || value === '') return ''
  return `${column.prefix ?? ''}${toBody(value, column)}${column.suffix ?? ''}`
}

/** The number a cell stands for; texts count where the column holds numbers. */
export function toNumber(value: unknown, { cellDataType }: Pick<WireColumn, 'cellDataType'>): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || cellDataType !== 'number' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isNaN(number) ? undefined : number
}

function toBody(value: unknown, column: Format): string {
  const { cellDataType, formatterFn } = column
  if (typeof value === 'object') return toText(value)
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (formatterFn === 'dateToYear') return toYear(value as string | number)
  if (cellDataType === 'date' || cellDataType === 'dateString') return formatDate(value as string | number)
  const number = toNumber(value, column)
  if (number !== undefined) return formatNumber(number, column)
  return [column.renderFn].flat().includes('titleCase') ? toTitleCase(toText(value)) : toText(value)
}

function formatNumber(value: number, { decimalPlaces, formatterFn, field }: Format): string {
  if (formatterFn === 'none') return decimalPlaces === undefined ? String(value) : value.toFixed(decimalPlaces)
  const { factor = 1, sign = '', decimals } = (formatterFn && styles[formatterFn]) ?? {}
  const year = formatterFn === undefined && /year$/i.test(field) && Number.isInteger(value)
  return `${writer(decimalPlaces, decimals, !year).format(value * factor)}${sign}`
}

function writer(fixed: number | undefined, most: number | undefined, useGrouping: boolean): Intl.NumberFormat {
  const key = `${fixed} ${most} ${useGrouping}`
  const known = writers.get(key)
  if (known !== undefined) return known
  const digits =
    fixed === undefined
      ? most === undefined
        ? ({ maximumFractionDigits: 4, maximumSignificantDigits: 5, roundingPriority: 'morePrecision' } as const)
        : { maximumFractionDigits: most }
      : { minimumFractionDigits: fixed, maximumFractionDigits: fixed }
  const made = new Intl.NumberFormat('en', { ...digits, useGrouping })
  writers.set(key, made)
  return made
}

/** The year of a date; a small number is a year already, a large one milliseconds since 1970. */
function toYear(value: string | number): string {
  const text = typeof value === 'number' && Math.abs(value) < 10_000 ? String(value) : formatDate(value)
  return /^\d{4}-/.test(text) ? text.slice(0, 4) : String(value)
}

function toTitleCase(text: string): string {
  return text.replaceAll(/[^\s_-]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
}
