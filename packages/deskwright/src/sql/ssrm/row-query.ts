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
  /** Whether the rows have to be sorted for it, which takes far longer than a page. */
  readonly sorted: boolean
}

/** Writes single rows. Sorted or filtered ones can be read by their keys too, where the source has keys. */
export function toRowQuery(
  source: GridSource,
  where: SqlFragment,
  order: SqlFragment,
  sorted: boolean,
  whole: boolean,
): GridQuery {
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
          sorted,
          page: (found, start, end) => toPage(source, key, found.slice(start, end)),
        },
      }),
  }
}

/** The range spares the engine to look at rows before the first and after the last key. */
function toPage({ from, columns }: GridSource, key: SqlFragment, keys: readonly number[]): SqlFragment {
  const names = sql.join(columns.map(({ name }) => sql.identifier(name)))
  const [least, greatest] = [Math.min(...keys), Math.max(...keys)]
  return sql`select ${names} from ${from}
    join unnest(cast(${keys} as bigint[])) with ordinality as deskwright_page(deskwright_key, deskwright_place)
      on ${key} = deskwright_key
    where ${key} between ${least} and ${greatest} order by deskwright_place`
}
