import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toArticles } from './to-articles.ts'
import { toDateText } from './to-date-text.ts'

it('reads articles with whatever they have', () => {
  const { articles, problems } = toArticles([{ title: 'Rates', date: '2026-03-31', link: 'ignored' }])
  expect(articles).toEqual([{ title: 'Rates', date: '2026-03-31', author: '', excerpt: '', body: '' }])
  expect(problems).toEqual([])
})

it('says what is wrong, and where', () => {
  const { articles, problems } = toArticles([{ title: 'A', date: 'yesterday' }, 'text', { date: '2026-01-01' }])
  expect(articles).toHaveLength(2)
  expect(problems.map(({ path }) => path)).toEqual(['[0].date', '[1]', '[2]'])
})

it('says that an object is no list', () => {
  expect(toArticles({ articles: [] }).problems[0]?.hint).toContain('data.dataKey')
})

it('reads anything without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(Array.isArray(toArticles(data).articles)).toBe(true)
    }),
  )
})

it('writes a bare day as that day in every time zone, and nonsense as it came', () => {
  expect(toDateText('2026-03-31')).toBe('Mar 31, 2026')
  expect(toDateText('soon')).toBe('soon')
})
