import { app, column, defineBackend, param, table } from 'deskwright'
import { sql } from 'deskwright/sql'
import { add, change, db, remove } from './store.ts'

const seen = param.endpoint('Order', {
  description: 'The order to change or delete; leave it empty to add one',
  options: async () => {
    const found = db.query<{ value: string; label: string }>(sql`
      select id || '@' || version as value, '#' || id || ' ' || side || ' ' || quantity || ' ' || symbol as label
      from orders order by id`)
    return found.rows()
  },
})

const edit = param.form('Edit', {
  inputParams: {
    seen,
    symbol: param.text('Symbol'),
    side: param.text('Side', { options: ['buy', 'sell'], value: 'buy' }),
    quantity: param.number('Quantity'),
    price: param.number('Price'),
    save: param.button('Save'),
    erase: param.button('Delete'),
  },
  submit: async ({ seen = '', symbol = '', side, quantity = 0, price = 0, erase }, { refuseFields }) => {
    if (erase) {
      refuseFields({ seen: seen === '' ? 'Choose the order to delete.' : undefined })
      return remove(seen)
    }
    refuseFields({
      symbol: /^[A-Z.]{1,8}$/.test(symbol) ? undefined : 'One to eight capitals.',
      quantity: Number.isInteger(quantity) && quantity > 0 ? undefined : 'A whole number above zero.',
      price: price > 0 ? undefined : 'Above zero.',
    })
    const order = { symbol, side, quantity, price }
    return seen === '' ? add(order) : change(seen, order)
  },
})

const orders = table({
  name: 'Orders',
  description: 'The blotter: everybody sees and edits the same orders',
  gridData: { w: 40, h: 16 },
  params: { edit },
  columns: {
    id: column.integer('Order', { pinned: 'left', width: 90 }),
    symbol: column.text('Symbol'),
    side: column.text('Side'),
    quantity: column.integer('Quantity'),
    price: column.number('Price', { decimalPlaces: 2 }),
    version: column.integer('Changes'),
    changed: column.date('Changed'),
  },
  load: () => db.query(sql`select id, symbol, side, quantity, price, version, changed from orders order by id`),
})

export default defineBackend({
  name: 'Orders',
  widgets: { orders },
  apps: [app({ name: 'Orders', tabs: { Orders: [[orders]] } })],
})
