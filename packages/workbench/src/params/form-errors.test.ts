import { expect, test } from 'vitest'
import { toFormErrors } from './form-errors.ts'

const errors = (status: number, body: unknown, statusText = '') =>
  toFormErrors({ status, statusText, text: typeof body === 'string' ? body : JSON.stringify(body) }, ['isin', 'size'])

test('only 200 is a success', () => {
  expect(errors(200, { error: 'not looked at' })).toBeUndefined()
  expect(errors(201, {}, 'Created')?.message).toBe('Created: Workspace takes only status 200 as success.')
})

test.each([
  [{ error: 'E', detail: 'D', message: 'M' }, 'E'],
  [{ detail: 'D', message: 'M' }, 'D'],
  [{ message: 'M' }, 'M'],
  [{}, 'Bad Request'],
  ['<html>', 'Bad Request'],
])('of %j the form says %s', (body, message) => {
  expect(errors(400, body, 'Bad Request')).toEqual({ message, fields: {} })
})

test('problems beside a text are told to their fields, and the text to the form', () => {
  const fields = { isin: 'too short', else: 'missing', size: 3 }
  expect(errors(400, { error: 'ISIN: too short', detail: 'D', fields })).toEqual({
    message: 'ISIN: too short',
    fields: { isin: 'too short' },
  })
  expect(errors(400, { error: 'E', fields: 'none' })).toEqual({ message: 'E', fields: {} })
})

test('problems that name a field are told to it, the others to the form', () => {
  const detail = [
    { loc: ['body', 'isin'], msg: 'too short' },
    { loc: ['body', 'isin'], msg: 'no letters' },
    { loc: ['body', 'size'], msg: 'negative' },
    { loc: ['body', 'else'], msg: 'missing' },
    'and more',
  ]
  expect(errors(422, { detail })).toEqual({
    message: 'body · else · missing\nand more',
    fields: { isin: 'too short no letters', size: 'negative' },
  })
  expect(errors(422, { detail: detail.slice(0, 1) })?.message).toBe('Some fields were refused.')
})
