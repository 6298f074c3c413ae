import { refuse } from 'deskwright'
import { postgres } from 'deskwright/sql'
import { Pool } from 'pg'

const url = process.env['DATABASE_URL']
const schema = process.env['ORDERS_SCHEMA'] ?? 'orders'

/** What the desk reads with. */
export const db = postgres({ ...(url !== undefined && { url }), settings: { search_path: schema } })

/** What it writes with: connections of its own, since a transaction needs one from its beginning to its end. */
export const pool = new Pool({ connectionString: url, max: 5, options: `-c search_path=${schema}` })

/** What an order is made of. */
export interface Order {
  readonly symbol: string
  readonly side: string
  readonly quantity: number
  readonly price: number
}

/** An order as somebody saw it: `12@3` is the third version of order 12. */
export type Seen = string

/** Adds an order. */
export async function add({ symbol, side, quantity, price }: Order): Promise<void> {
  const insert = 'insert into orders (symbol, side, quantity, price) values ($1, $2, $3, $4)'
  await pool.query(insert, [symbol, side, quantity, price])
}

/** Changes an order, unless somebody was faster. */
export async function change(seen: Seen, { symbol, side, quantity, price }: Order): Promise<void> {
  const update = `update orders set symbol = $3, side = $4, quantity = $5, price = $6, version = version + 1, changed = now()
    where id = $1 and version = $2`
  await once(update, [...parse(seen), symbol, side, quantity, price])
}

/** Deletes an order, unless somebody was faster. */
export async function remove(seen: Seen): Promise<void> {
  await once('delete from orders where id = $1 and version = $2', parse(seen))
}

/** Runs a statement that has to find its one row, in a transaction, so that nothing is half done. */
async function once(statement: string, values: readonly unknown[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rowCount } = await client.query(statement, [...values])
    if (rowCount !== 1) refuse(400, 'Somebody has changed this order meanwhile. Choose it again.')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function parse(seen: Seen): readonly [id: number, version: number] {
  const [id = Number.NaN, version = Number.NaN] = seen.split('@').map(Number)
  if (!Number.isInteger(id) || !Number.isInteger(version)) refuse(400, 'Choose an order.')
  return [id, version]
}
