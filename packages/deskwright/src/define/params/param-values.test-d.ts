import { expectTypeOf, test } from 'vitest'
import { param } from '../param.ts'
import { metric } from '../widgets/metric.ts'
import { table } from '../widgets/table.ts'

test('without a default a value may be undefined, with one never', () => {
  table({
    name: 'T',
    params: {
      text: param.text('T'),
      textWithDefault: param.text('T', { value: 'a' }),
      textWithEmptyDefault: param.text('T', { value: '' }),
      textWithNull: param.text('T', { value: null }),
      number: param.number('N'),
      numberWithDefault: param.number('N', { value: 1 }),
      numberWithNull: param.number('N', { value: null }),
      boolean: param.boolean('B'),
      booleanWithDefault: param.boolean('B', { value: true }),
      date: param.date('D'),
      dateWithDefault: param.date('D', { value: '$currentDate-3M' }),
      dateWithNull: param.date('D', { value: null }),
      ticker: param.ticker('T'),
      tickerWithDefault: param.ticker('T', { value: 'AAPL' }),
      endpoint: param.endpoint('E', { options: () => [] }),
      endpointWithDefault: param.endpoint('E', { value: 'a', options: () => [] }),
    },
    load: (values) => {
      expectTypeOf(values).toEqualTypeOf<{
        text: string | undefined
        textWithDefault: string
        textWithEmptyDefault: string
        textWithNull: string | undefined
        number: number | undefined
        numberWithDefault: number
        numberWithNull: number | undefined
        boolean: boolean
        booleanWithDefault: boolean
        date: string | undefined
        dateWithDefault: string
        dateWithNull: string | undefined
        ticker: string | undefined
        tickerWithDefault: string
        endpoint: string | undefined
        endpointWithDefault: string
      }>()
      return []
    },
  })
})

test('options narrow a value to one of them, several values are an array', () => {
  metric({
    name: 'M',
    params: {
      text: param.text('T', { options: ['a', 'b'] }),
      textWithDefault: param.text('T', { options: ['a', { label: 'B', value: 'b' }], value: 'a' }),
      texts: param.text('T', { options: ['a', 'b'], multiSelect: true }),
      textsWithDefault: param.text('T', { options: ['a', 'b'], multiSelect: true, value: ['a'] }),
      free: param.text('T', { multiple: true }),
      freeWithCommas: param.text('T', { multiple: true, value: 'a,b' }),
      number: param.number('N', { options: [1, 2], value: 2 }),
      numbers: param.number('N', { options: [1, 2], multiSelect: true }),
      endpoints: param.endpoint('E', { multiSelect: true, options: () => [] }),
      files: param.endpoint('E', { roles: ['fileSelector'], options: () => [] }),
      tabs: param.tabs('T', { options: ['day', { label: 'Week', value: 'week' }] }),
      tabsWithDefault: param.tabs('T', { options: ['day', 'week'], value: 'week' }),
    },
    load: (values) => {
      expectTypeOf(values).toEqualTypeOf<{
        text: 'a' | 'b' | undefined
        textWithDefault: 'a' | 'b'
        texts: ('a' | 'b')[]
        textsWithDefault: ('a' | 'b')[]
        free: string[]
        freeWithCommas: string[]
        number: 1 | 2
        numbers: (1 | 2)[]
        endpoints: string[]
        files: string[]
        tabs: 'day' | 'week'
        tabsWithDefault: 'day' | 'week'
      }>()
      return []
    },
  })
})

test('a parameter has one type, wherever it is declared', () => {
  const declared = param.text('T', { options: ['a', 'b'], value: 'a' })
  table({
    name: 'T',
    params: { declared, inline: param.text('T', { options: ['a', 'b'], value: 'a' }) },
    load: ({ declared, inline }) => {
      expectTypeOf(declared).toEqualTypeOf<'a' | 'b'>()
      expectTypeOf(inline).toEqualTypeOf<'a' | 'b'>()
      return []
    },
  })
})

test('options functions get the values they depend on', () => {
  const desk = param.tabs('Desk', { options: ['rates', 'credit'] })
  const day = param.date('Day')
  param.endpoint('Book', {
    optionsParams: { desk, on: day, limit: 50, kind: 'open' },
    options: (values) => {
      expectTypeOf(values).toEqualTypeOf<{
        desk: 'rates' | 'credit'
        on: string | undefined
        limit: 50
        kind: 'open'
      }>()
      return [values.desk, { label: 'Limit', value: values.limit }]
    },
  })
})

test('a form gives its fields to submit and nothing to load', () => {
  const add = param.form('Add', {
    inputParams: {
      isin: param.text('ISIN'),
      size: param.number('Size', { value: 100 }),
      tags: param.text('Tags', { options: ['core', 'hedge'], multiSelect: true }),
      save: param.button('Save'),
    },
    submit: (values) => {
      expectTypeOf(values).toEqualTypeOf<{
        isin: string | undefined
        size: number
        tags: ('core' | 'hedge')[]
        save: boolean
      }>()
    },
  })
  table({
    name: 'T',
    params: { add, day: param.date('Day', { value: '2026-03-31' }) },
    load: (values) => {
      expectTypeOf(values).toEqualTypeOf<{ day: string }>()
      return []
    },
  })
})

test('without params a loader gets an empty object', () => {
  table({
    name: 'T',
    load: (values) => {
      expectTypeOf(values).toEqualTypeOf<{}>()
      return []
    },
  })
})
