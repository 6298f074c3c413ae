import { app, param, table, type BackendOptions } from '../../src/index.ts'

const desk = param.endpoint('Desk', { options: () => ['rates'] })
const book = param.endpoint('Book', { optionsParams: { desk }, options: () => ['a'] })
const shared = param.form('Shared form', {
  inputParams: { note: param.text('Note'), save: param.button('Save', { description: 'Writes the note' }) },
  submit: () => undefined,
})

/** Forms with every kind of field, shared and of the same name. */
export default {
  name: 'Forms',
  widgets: {
    orders: table({
      name: 'Orders',
      params: {
        desk,
        add: param.form('Add', {
          description: 'A new order',
          row: 1,
          inputParams: {
            desk,
            book,
            isin: param.text('ISIN', { placeholder: 'XS…', value: '' }),
            size: param.number('Size', { value: 100 }),
            on: param.date('On', { value: '$currentDate' }),
            dark: param.boolean('Dark'),
            tags: param.text('Tags', { options: ['core', 'hedge'], multiSelect: true, value: null }),
            save: param.button('Save'),
            clear: param.button('Clear'),
          },
          submit: () => undefined,
        }),
        note: shared,
      },
      load: () => [],
    }),
    trades: table({
      name: 'Trades',
      params: {
        add: param.form('Add', {
          method: 'PUT',
          show: false,
          inputParams: { book: param.endpoint('Book', { options: () => [] }), save: param.button('Save') },
          submit: () => undefined,
        }),
        note: shared,
      },
      load: () => [],
    }),
  },
  apps: [app({ name: 'Forms', tabs: { '': [] } })],
} satisfies BackendOptions
