import { expect, test } from 'vitest'
import type { WireFormInput } from 'deskwright/spec'
import { buttonsOf, fieldsOf, toFormRequest, toInitialFields } from './form-request.ts'
import { toConnection, toParam } from './widget.fixture.ts'

const connection = toConnection('http://a.test', [{ key: 'key', value: 'k', location: 'query' }])
const save: WireFormInput = { paramName: 'save', type: 'button', value: true }
const remove: WireFormInput = { paramName: 'remove', type: 'button' }
const form = toParam('add', {
  type: 'form',
  endpoint: 'trades/add',
  inputParams: [
    { paramName: 'isin', type: 'text', value: '' },
    { paramName: 'tags', type: 'text', multiSelect: true, value: 'core,hedge' },
    { paramName: 'size', type: 'number', value: '5' },
    { paramName: 'day', type: 'date', value: '$currentDate' },
    save,
    remove,
  ],
})

test('a form sends its fields as JSON, several values as arrays, and the pressed button only', () => {
  const request = toFormRequest(connection, form, {
    fields: toInitialFields(form),
    pressed: save,
    now: Date.UTC(2026, 2, 31),
  })
  expect(request).toMatchObject({ method: 'POST', url: 'http://a.test/trades/add?key=k' })
  expect(JSON.parse(request?.body ?? '')).toEqual({
    isin: '',
    tags: ['core', 'hedge'],
    size: 5,
    day: '2026-03-31',
    save: true,
  })
})

test('a button without a value sends true, and PUT is as good as POST', () => {
  const request = toFormRequest(connection, { ...form, method: 'PUT' }, { fields: {}, pressed: remove, now: 0 })
  expect(request?.method).toBe('PUT')
  expect(JSON.parse(request?.body ?? '')).toMatchObject({ remove: true, isin: null, tags: [] })
})

test('fields and buttons are told apart', () => {
  expect(fieldsOf(form).map(({ paramName }) => paramName)).toEqual(['isin', 'tags', 'size', 'day'])
  expect(buttonsOf(form)).toEqual([save, remove])
})
