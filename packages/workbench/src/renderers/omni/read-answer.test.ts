import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAnswer } from './read-answer.ts'

const toAnswer = (content: unknown, parse_as?: string) => ({ content, data_format: { data_type: 'object', parse_as } })

it.each([
  ['# Hi', 'text'],
  [[{ a: 1 }], 'table'],
  [{ data: [] }, 'chart'],
])('reads %j as %s, named or guessed', (content, kind) => {
  expect(readAnswer(toAnswer(content, kind))).toMatchObject({ kind, content, problems: [] })
  expect(readAnswer(toAnswer(content))).toMatchObject({ kind, content })
  expect(readAnswer(toAnswer(content)).problems[0]?.path).toBe('data_format.parse_as')
})

it('reads tables and figures that are JSON in a text', () => {
  expect(readAnswer(toAnswer('[{"a":1}]', 'table')).content).toEqual([{ a: 1 }])
  expect(readAnswer(toAnswer('[not a list', 'text')).content).toBe('[not a list')
})

it('shows what is no table as what it is', () => {
  expect(readAnswer(toAnswer('sorry', 'table'))).toMatchObject({ kind: 'text', problems: [{ severity: 'error' }] })
})

it('reads citations with all that is known of them', () => {
  const source_info = { type: 'widget', name: 'Report', origin: 'omni', metadata: { extension: 'md', empty: null } }
  const answer = {
    ...toAnswer('x', 'text'),
    citable: true,
    extra_citations: [{ source_info, details: [{ Page: 3 }] }, {}],
  }
  const { citations, citable, problems } = readAnswer(answer)
  expect(citable).toBe(true)
  expect(citations).toEqual([
    {
      name: 'Report',
      origin: 'omni',
      facts: [
        ['extension', 'md'],
        ['Page', '3'],
      ],
    },
  ])
  expect(problems[0]?.path).toBe('extra_citations[1]')
})

it('reads anything without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (content, extra_citations) => {
      expect(readAnswer({ content, extra_citations }).kind).toMatch(/text|table|chart/)
      expect(readAnswer(content).citations).toEqual(expect.any(Array))
    }),
  )
})
