import type { WireColorRule, WireColumn } from 'deskwright/spec'
import { expect, it } from 'vitest'
import { matchesRule, toCellColor } from './cell-color.ts'

const color = 'red'

it.each<[Omit<WireColorRule, 'color'>, unknown, boolean]>([
  [{ condition: 'gt', value: 10 }, 11, true],
  [{ condition: 'gt', value: 10 }, 10, false],
  [{ condition: 'gt', value: '10' }, '9.5', false],
  [{ condition: 'gte', value: 10 }, 10, true],
  [{ condition: 'lt', value: 10 }, 'text', false],
  [{ condition: 'lte', value: 10 }, null, false],
  [{ condition: 'eq', value: '5' }, 5, true],
  [{ condition: 'eq', value: 'open' }, 'open', true],
  [{ condition: 'ne', value: 'open' }, 'shut', true],
  [{ condition: 'between', range: { min: 1, max: 2 } }, 2, true],
  [{ condition: 'between', range: { min: 1, max: 2 } }, 2.1, false],
  [{ condition: 'contains', value: 'buy' }, 'strong buy', true],
  [{ condition: 'notContains', value: 'buy' }, 'sell', true],
])('matches %j against %j: %s', (rule, value, matches) => {
  expect(matchesRule({ ...rule, color }, value)).toBe(matches)
})

it('takes the first rule that matches, before gain and loss', () => {
  const column: WireColumn = {
    field: 'x',
    headerName: 'X',
    renderFn: ['greenRed', 'columnColor'],
    renderFnParams: {
      colorRules: [
        { condition: 'gt', value: 100, color: '#F80', fill: true },
        { condition: 'gt', value: 10, color: 'blue' },
      ],
    },
  }
  expect(toCellColor(column, { x: 200 })).toEqual({ color: '#F80', fill: true })
  expect(toCellColor(column, { x: 20 })).toEqual({ color: 'var(--info)', fill: false })
  expect(toCellColor(column, { x: -1 })).toEqual({ color: 'var(--negative)', fill: false })
  expect(toCellColor(column, { x: 0 })).toBeUndefined()
})

it('judges another field when told so', () => {
  const renderFnParams = { colorValueKey: 'score', colorRules: [{ condition: 'lt', value: 5, color: 'red' } as const] }
  const column: WireColumn = { field: 'x', headerName: 'X', renderFn: 'columnColor', renderFnParams }
  expect(toCellColor(column, { x: 100, score: 1 })?.color).toBe('var(--negative)')
  expect(toCellColor(column, { x: 1, score: 100 })).toBeUndefined()
})
