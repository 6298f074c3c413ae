import { expect, it } from 'vitest'
import { weighAnswer } from './weigh-answer.ts'

const rows = (count: number) => Array.from({ length: count }, () => 0)

it('says nothing of usual answers', () => {
  expect(weighAnswer(19_000_000, rows(199_999))).toBeUndefined()
  expect(weighAnswer(0, null)).toBeUndefined()
})

it('names the rows and the length of large ones, and what to do', () => {
  expect(weighAnswer(3_000_000, rows(1_000_000))).toMatchObject({
    message: 'A large answer: 1,000,000 rows, 3.0 million characters.',
    hint: expect.stringContaining('ssrm_table'),
  })
  expect(weighAnswer(52_400_000, 'text')?.message).toBe('A large answer: 52 million characters.')
})
