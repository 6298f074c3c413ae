import { expect, test } from 'vitest'
import { isEmpty } from './is-empty.ts'
import { toUsefulPart } from './useful-part.ts'

const answer = { payload: { rows: [{ a: 1 }, { b: [2] }] }, 'a.b': 3 }

test.each([
  ['payload.rows', answer.payload.rows],
  ['payload.rows[1].b', [2]],
  ['a.b', 3],
  ['payload.nothing', answer],
  ['toString', answer],
  ['', answer],
  [undefined, answer],
])('the part %j is found', (key, part) => {
  expect(toUsefulPart(answer, key)).toEqual(part)
})

test.each([[[]], [{}], [''], [' \n'], [null], [undefined], [{ data: [], layout: {} }]])('%j is empty', (data) => {
  expect(isEmpty(data)).toBe(true)
})

test.each([[[0]], [0], [false], ['x'], [{ data: [{}] }], [{ a: undefined }]])('%j is not empty', (data) => {
  expect(isEmpty(data)).toBe(false)
})
