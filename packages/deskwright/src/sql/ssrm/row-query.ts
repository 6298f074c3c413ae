import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { GridQuery, GridSource } from './grid-source.ts'
import type { RowOrder } from './row-order.ts'

/** How the rows of a query are read by their keys. */
export interface RowLookup {
  /** The keys of all rows, in order. */
  readonly keys: SqlFragment
  /** The rows from one place of an order up to another. */
  readonly page: (order: RowOrder, start: number, end: number) => SqlFragment
}

/** Writes single rows. Sorted or filtered ones can be read by their keys too, where the source has keys. */
export function toRowQuery(source: GridSource, where: SqlFragment, order: SqlFragment, whole: boolean): GridQuery {
  const { from, key, seekable } = source
  return {
    rows: sql`select * from ${from} where ${where}${order}`,
    count: sql`select count(*) as n from ${from} where ${where}`,
    single: true,
    ...(key &&
      seekable &&
      !whole && {
        lookup: {
          keys: sql`select cast(${key} as double precision) as k from ${from} where ${where}${order}`,
          page: (found, start, end) => toPage(source, key, found.slice(start, end), found.ascends),
        },
      }),
  }
}

function toPage(
  { dialect, from, columns, keepsOrder }: GridSource,
  key: SqlFragment,
  keys: number[],
  ascends: boolean,
): SqlFragment {
  const list = sql`cast(${keys} as bigint[])`
  if (ascends && keys.length > 0) {
    const order = keepsOrder ? sql`` : sql` order by ${key}`
    return sql`select * from ${from} where ${key} between ${keys[0]!} and ${keys.at(-1)!} and ${dialect.isAnyOf(key, list)}${order}`
  }
  const names = sql.join(columns.map(({ name }) => sql.identifier(name)))
  return sql`select ${names} from ${from}
    join unnest(${list}) with ordinality as deskwright_page(deskwright_key, deskwright_place) on ${key} = deskwright_key
    order by deskwright_place`
}
