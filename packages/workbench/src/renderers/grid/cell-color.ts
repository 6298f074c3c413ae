import type { Row, WireColorRule, WireColumn } from 'deskwright/spec'
import { toNumber } from './format-value.ts'
import { cellValue } from './cell-value.ts'
import { readField } from './read-field.ts'
import { toText } from './to-text.ts'

/** The colour of a cell. */
export interface CellColor {
  readonly color: string
  /** Whether the cell is filled instead of its text coloured. */
  readonly fill: boolean
}

const named: Readonly<Record<string, string>> = {
  green: 'var(--positive)',
  red: 'var(--negative)',
  blue: 'var(--info)',
}

/** The colour that a column's render functions give a cell: the first rule that matches, else gain and loss. */
export function toCellColor(column: WireColumn, row: Row): CellColor | undefined {
  const functions = [column.renderFn].flat()
  if (functions.includes('columnColor')) {
    const { colorRules = [], colorValueKey } = column.renderFnParams ?? {}
    const value = colorValueKey === undefined ? cellValue(column, row) : readField(row, colorValueKey)
    const rule = colorRules.find((rule) => matchesRule(rule, value))
    if (rule !== undefined) return { color: named[rule.color] ?? rule.color, fill: rule.fill ?? false }
  }
  if (!functions.includes('greenRed')) return undefined
  const number = toNumber(cellValue(column, row), { cellDataType: 'number' }) ?? 0
  return number === 0 ? undefined : { color: number > 0 ? named['green']! : named['red']!, fill: false }
}

/** Whether a value meets the condition of a colour rule. Numbers are compared as numbers, also when they came as text. */
export function matchesRule({ condition, value: bound, range }: WireColorRule, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'object') return false
  const text = toText(value)
  if (condition === 'contains') return text.includes(toText(bound))
  if (condition === 'notContains') return !text.includes(toText(bound))
  const number = toNumber(value, { cellDataType: 'number' })
  if (condition === 'between') {
    return number !== undefined && range !== undefined && number >= range.min && number <= range.max
  }
  const limit = toNumber(bound, { cellDataType: 'number' })
  const both = number !== undefined && limit !== undefined
  if (condition === 'eq') return both ? number === limit : text === toText(bound)
  if (condition === 'ne') return both ? number !== limit : text !== toText(bound)
  if (!both) return false
  return { gt: number > limit, lt: number < limit, gte: number >= limit, lte: number <= limit }[condition]
}
