import type { Engine, RowPlace } from '../engine.ts'
import { parseRows } from '../parse-rows.ts'
import { toStatement } from '../statement.ts'
import { sql } from '../tag.ts'
import { postgresDialect, toIdentifier } from './dialect.ts'

type Path = readonly [string, ...string[]]

/** Finds where the rows of a table lie: by its primary key, when that is one whole number. Rows of a view have no such key. */
export async function findPlace(
  engine: Pick<Engine, 'json'>,
  path: readonly string[],
  signal?: AbortSignal,
): Promise<RowPlace | undefined> {
  const name = path.map(toIdentifier).join('.')
  const primaryKey = sql`
    select a.attname as name from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = to_regclass(${name}) and i.indisprimary and i.indnatts = 1
      and a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)`
  const [found] = await read<{ name: string }>(primaryKey, signal)
  if (!found) return undefined
  return {
    from: sql.identifier(...(path as Path)),
    key: sql.identifier(found.name),
    seekable: true,
    // What a query can see is the snapshot's: it changes with every transaction of the server that writes.
    async version(stop) {
      const [row] = await read<{ snapshot: string }>(sql`select txid_current_snapshot()::text as snapshot`, stop)
      return row!.snapshot
    },
  }

  function read<Row>(fragment: ReturnType<typeof sql>, stop?: AbortSignal): Promise<Row[]> {
    return parseRows<Row>(engine.json(toStatement(fragment, postgresDialect), stop))
  }
}
