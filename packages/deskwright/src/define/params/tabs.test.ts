import { expect, test } from 'vitest'
import { decoded } from './decoded.fixture.ts'
import { tabs } from './tabs.ts'

const view = tabs('View', { options: ['day', { label: 'Week', value: 'week' }] })

test('the first tab is the default', () => {
  expect(decoded(view)).toBe('day')
  expect(view.wire).toEqual({
    type: 'tabs',
    label: 'View',
    value: 'day',
    options: [
      { label: 'day', value: 'day' },
      { label: 'Week', value: 'week' },
    ],
  })
})

test('another tab may be the default', () => {
  expect(decoded(tabs('View', { options: ['day', 'week'], value: 'week' }), '')).toBe('week')
})

test('only tabs are values', () => {
  expect(decoded(view, 'week')).toBe('week')
  expect(decoded(view, 'Week')).toBe('problem: expected one of "day", "week"; got "Week"')
})

test('an empty value may be the default tab', () => {
  const kind = tabs('Kind', { options: [{ label: 'All', value: '' }, 'bond'] })
  expect(decoded(kind)).toBe('')
  expect(decoded(kind, '')).toBe('')
  expect(decoded(kind, 'bond')).toBe('bond')
})
