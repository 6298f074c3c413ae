import { app, column, defineBackend, param, refuse, table } from 'deskwright'
import { sql } from 'deskwright/sql'
import { add, change, db, remove, type Order } from './store.ts'

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
  submit: async ({ seen, erase, ...given }) => {
    if (erase) return remove(chosen(seen))
    const order = check(given)
    return seen === undefined || seen === '' ? add(order) : change(seen, order)
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

function chosen(seen: string | undefined): string {
  if (seen === undefined || seen === '') refuse(400, 'Choose the order to delete.')
  return seen
}

/** Says all that is wrong with an order at once. */
function check(given: { readonly [Key in keyof Order]: Order[Key] | undefined }): Order {
  const { symbol = '', side = '', quantity = Number.NaN, price = Number.NaN } = given
  const problems = [
    /^[A-Z.]{1,8}$/.test(symbol) ? [] : 'Symbol: one to eight capitals.',
    ['buy', 'sell'].includes(side) ? [] : 'Side: buy or sell.',
    Number.isInteger(quantity) && quantity > 0 ? [] : 'Quantity: a whole number above zero.',
    price > 0 ? [] : 'Price: above zero.',
  ].flat()
  if (problems.length > 0) refuse(400, problems.join(' '))
  return { symbol, side, quantity, price }
}
