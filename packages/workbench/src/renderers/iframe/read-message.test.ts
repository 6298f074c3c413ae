import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readMessage } from './read-message.ts'

it('reads what a page offers', () => {
  const message = {
    type: 'openbb-connect',
    widgets: [{ widgetId: 'positions', name: 'Positions', dataType: 'table' }],
    params: [{ paramName: 'size', type: 'number', value: '5', min: 1 }, { label: 'without a name' }],
  }
  expect(readMessage(message)).toEqual({
    kind: 'connect',
    widgets: [{ widgetId: 'positions', name: 'Positions', description: '', dataType: 'table' }],
    params: [{ paramName: 'size', label: 'size', type: 'number', value: '5', options: [], limits: { min: 1 } }],
  })
})

it.each(['openbb:widget-params:update', 'openbb:params:update'])('reads %s with one value or several', (type) => {
  expect(readMessage({ type, params: { a: [1, 2] } })).toEqual({ kind: 'update', values: { a: '1,2' } })
  expect(readMessage({ type, paramName: 'a', value: null })).toEqual({ kind: 'update', values: { a: '' } })
})

it.each([
  [{ type: 'openbb-data', widgetId: 'w', dataType: 'markdown', data: '# Hi' }, 'data'],
  [{ type: 'openbb-error', widgetId: 'w', error: 'gone' }, 'error'],
  [{ type: 'aiData', data: 'text' }, 'agent'],
  [{ aiData: [{ a: 1 }] }, 'agent'],
  [{ type: 'openbb-data', data: [] }, 'wrong'],
  [{ type: 'openbb-connect' }, 'wrong'],
  [{ type: 'openbb-connect', widgets: [{}] }, 'wrong'],
  [{ type: 'openbb:params:update' }, 'wrong'],
])('reads %j as %s', (message, kind) => expect(readMessage(message)).toHaveProperty('kind', kind))

it.each([null, 'text', { type: 'webpackOk' }, { source: 'react-devtools' }])('is silent about %j', (message) =>
  expect(readMessage(message)).toBeUndefined(),
)

it('reads anything without throwing', () => {
  const types = fc.constantFrom('openbb-connect', 'openbb-data', 'openbb-error', 'openbb:params:update', 'aiData')
  fc.assert(
    fc.property(
      types,
      fc.dictionary(fc.constantFrom('widgets', 'params', 'widgetId', 'data'), fc.jsonValue()),
      (type, rest) => {
        expect(readMessage({ ...rest, type })).toHaveProperty('kind')
      },
    ),
  )
})
