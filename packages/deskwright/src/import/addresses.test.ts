import { expect, test } from 'vitest'
import type { AcceptedWidget } from '../spec/widgets/accepted-widget.ts'
import { createAddresses, isAbsolute } from './addresses.ts'

const widget = (endpoint: string, type: AcceptedWidget['type'] = 'table') => ({ type, endpoint }) as AcceptedWidget

test.each([
  ['prices', 'kept'],
  ['/widgets.json', { reason: 'something else has it' }],
  ['health/', { reason: 'something else has it' }],
  ['', { reason: 'something else has it' }],
  ['prices?raw=1', { reason: 'an address is a path alone' }],
  ['https://other.example/prices', { reason: 'it is the address of another server' }],
  ['//other.example/prices', { reason: 'it is the address of another server' }],
  ['prices/{symbol}', 'kept'],
  ['prices/{day}', { reason: 'no parameter fills its path' }],
  ['options/prices', { reason: 'options and forms are served there' }],
] as const)('a widget at %j: %j', (endpoint, verdict) => {
  expect(createAddresses().takeWidget('a', widget(endpoint), ['symbol'])).toEqual(verdict)
})

test('two widgets have two addresses, however they are spelled, but one for each method', () => {
  const addresses = createAddresses()
  const taken = { reason: 'something else has it' }
  expect(addresses.takeWidget('a', widget('/rows/{symbol}'), ['symbol'])).toBe('kept')
  expect(addresses.takeWidget('b', widget('rows//{day}/'), ['day'])).toEqual(taken)
  expect(addresses.takeWidget('c', widget('rows/{day}', 'ssrm_table'), ['day'])).toBe('kept')
  expect(addresses.takeWidget('d', widget('rows/{day}', 'multi_file_viewer'), ['day'])).toEqual(taken)
})

test('a chart has the addresses below its own', () => {
  const addresses = createAddresses()
  expect(addresses.takeWidget('a', widget('/udf', 'advanced_charting'), [])).toBe('kept')
  expect(addresses.takeWidget('b', widget('/udf/search'), [])).toEqual({ reason: 'something else has it' })
  expect(addresses.takeWidget('c', widget('/udf'), [])).toBe('kept')
})

test('options share an address when they depend on the same; forms never do', () => {
  const addresses = createAddresses()
  const taken = { reason: 'something else has it' }
  expect(addresses.takeWidget('a', widget('/symbols'), [])).toBe('kept')
  expect(addresses.takeOptions('symbols', '{}')).toEqual(taken)
  expect(['{}', '{}', '{ desk }'].map((references) => addresses.takeOptions('/books', references))).toEqual([
    'kept',
    'shared',
    taken,
  ])
  expect(addresses.takeForm('symbols', 'POST')).toBe('kept')
  expect([addresses.takeForm('symbols', 'POST'), addresses.takeForm('symbols', 'PUT')]).toEqual([taken, 'kept'])
})

test('an address of another server has a scheme or two slashes', () => {
  const absolute = ['http://a', 'HTTPS://a', 'wss://a', 'data:,a', '//a']
  expect([...absolute, '/a', 'a:b/c'.slice(2), 'a/b:c'].map(isAbsolute)).toEqual([
    ...absolute.map(() => true),
    false,
    false,
    false,
  ])
})
