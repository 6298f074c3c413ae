import { param, table, type BackendOptions } from '../../src/index.ts'

const desk = param.tabs('Desk', { options: ['rates', { label: 'Credit', value: 'credit' }], value: 'credit' })
const day = param.date('Day', { value: '$currentDate-1b', description: 'The trading day', row: 1 })

/** Every type of parameter with each of its options, in three rows. */
export default {
  name: 'Params',
  widgets: {
    every: table({
      name: 'Every parameter',
      params: {
        desk,
        text: param.text('Text', { value: 'a', placeholder: 'Any text', style: { popupWidth: 400 }, groupById: 'text' }),
        empty: param.text('Empty text', { value: '' }),
        none: param.text('No text', { value: null }),
        side: param.text('Side', {
          options: ['buy', { label: 'Sell', value: 'sell', extraInfo: { description: 'Short', rightOfDescription: '-' } }],
          value: 'sell',
        }),
        sides: param.text('Sides', { options: ['buy', 'sell'], multiSelect: true, value: ['buy', 'sell'] }),
        tags: param.text('Tags', { multiple: true, value: 'core,hedge' }),
        code: param.text('Code', { language: 'python', show: false }),
        day,
        until: param.date('Until', { value: '2026-03-31', row: 1 }),
        ever: param.date('Ever', { value: null, row: 1 }),
        number: param.number('Number', { value: 0.5, row: 1 }),
        days: param.number('Days', { options: [1, { label: 'Week', value: 7 }], multiSelect: true, value: [1, 7], row: 1 }),
        on: param.boolean('On', { value: true, row: 3 }),
        off: param.boolean('Off', { row: 3 }),
        ticker: param.ticker('Ticker', { value: 'AAPL', row: 3 }),
        book: param.endpoint('Book', {
          optionsParams: { desk, on: day, limit: 50, open: true, kind: 'live' },
          options: () => [],
          value: 'a',
          row: 3,
        }),
        books: param.endpoint('Books', { optionsEndpoint: '/elsewhere/books', multiSelect: true, value: ['a', 'b'], row: 3 }),
      },
      load: () => [],
    }),
    below: table({ name: 'No title row', params: { low: param.text('Low', { row: 2 }) }, load: () => [] }),
    none: table({ name: 'No params', load: () => [] }),
    path: table({
      name: 'In the path',
      endpoint: 'desks/{desk}/trades-{day}',
      params: { desk, day },
      load: () => [],
    }),
    same: table({
      name: 'Another dropdown of that name',
      params: { book: param.endpoint('Book', { options: () => [] }) },
      load: () => [],
    }),
    'odd name': table({
      name: 'Odd names',
      params: { 'two words': param.endpoint('Two words', { options: () => [] }), constructor: param.text('C') },
      load: () => [],
    }),
  },
} satisfies BackendOptions
