import { expect, test } from 'vitest'
import { decoded } from './decoded.fixture.ts'
import { button, form, isFormParam } from './form.ts'
import { number } from './number.ts'
import { text } from './text.ts'

const submit = () => undefined

test('a form keeps its fields, its handler and its method', () => {
  const inputParams = { size: number('Size'), save: button('Save') }
  const add = form('Add', { inputParams, submit, description: 'An order', show: true, row: 1 })
  expect(add).toMatchObject({ type: 'form', inputParams, submit, method: 'POST', row: 1 })
  expect(add.wire).toEqual({ type: 'form', label: 'Add', description: 'An order', show: true })
  expect([isFormParam(add), isFormParam(inputParams.size)]).toEqual([true, false])
})

test('PUT is written, POST goes without saying', () => {
  expect(form('Add', { inputParams: {}, submit, method: 'PUT' }).wire).toEqual({
    type: 'form',
    label: 'Add',
    method: 'PUT',
  })
  expect(form('Add', { inputParams: {}, submit, method: 'POST' }).wire).toEqual({ type: 'form', label: 'Add' })
})

test('a form has no value', () => {
  expect(decoded(form('Add', { inputParams: {}, submit }), 'x')).toBe('problem: a form has no value')
})

test('a button is true when it was pressed', () => {
  const save = button('Save', { description: 'Saves' })
  expect(decoded(save)).toBe(false)
  expect(decoded(save, true)).toBe(true)
  expect(decoded(save, 'true')).toBe(true)
  expect(save.wire).toEqual({ type: 'button', label: 'Save', value: true, description: 'Saves' })
})

test('fields of several values are arrays in a body', () => {
  const tags = text('Tags', { options: ['core', 'hedge'], multiSelect: true, value: null })
  expect(decoded(tags, ['core', 'hedge'])).toEqual(['core', 'hedge'])
  expect(decoded(tags, null)).toEqual([])
})
