import type { Engine, RowPlace } from '../engine.ts'
import { createFragment } from '../fragment.ts'
import { parseRows } from '../parse-rows.ts'
import { sql } from '../tag.ts'
import { duckdbDialect } from './dialect.ts'
import type { View, ViewFiles } from './view-source.ts'
import { toStatement } from '../statement.ts'

/**
 * Finds where rows lie. Tables have DuckDB's `rowid`. A view over Parquet files hides the number of a row in its file, so such
 * files are read directly. Rows of anything else have no number. `opening` tells one opening of the database from another.
 */
export async function findPlace(
  engine: Pick<Engine, 'columns' | 'json'>,
  views: readonly View[],
  path: readonly string[],
  opening: () => string,
  signal?: AbortSignal,
): Promise<RowPlace | undefined> {
  const [name] = path as [string, ...string[]]
  const view = path.length > 1 ? undefined : views.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (view?.files?.reader.startsWith('read_parquet(')) return findParquet(engine, name, view.files, signal)
  if (view) return undefined
  const from = sql.identifier(...(path as [string, ...string[]]))
  const names = await findNames(engine, sql`select * from ${from}`, signal)
  if (names.has('rowid')) return undefined
  const keyed = await engine.columns(toStatement(sql`select rowid from ${from}`, duckdbDialect), signal).catch(() => [])
  signal?.throwIfAborted()
  if (keyed[0]?.type !== 'BIGINT') return undefined // a view
  return { from, key: sql`rowid`, seekable: true, knowsExtremes: true, version: async () => opening() } // DuckDB lets nobody write to the file
}

async function findParquet(
  engine: Pick<Engine, 'columns' | 'json'>,
  name: string,
  { path, reader }: ViewFiles,
  signal?: AbortSignal,
): Promise<RowPlace | undefined> {
  const from = sql`${createFragment([reader])} as ${sql.identifier(name)}`
  const names = await findNames(engine, sql`select * from ${from}`, signal)
  if (['file_row_number', 'file_index'].some((taken) => names.has(taken))) return undefined
  const isPattern = /[*?[{]/.test(path)
  const key = isPattern ? sql`((file_index::bigint << 40) + file_row_number)` : sql`file_row_number`
  const stamp = createFragment([
    `select md5(string_agg(concat_ws('|', filename, size, epoch_us(last_modified)), chr(10) order by filename)) as stamp from read_blob(${path})`,
  ])
  return {
    from,
    key,
    seekable: !isPattern,
    knowsExtremes: true,
    async version(stop) {
      const [row] = await parseRows<{ stamp: string | null }>(engine.json(toStatement(stamp, duckdbDialect), stop))
      return row?.stamp ?? ''
    },
  }
}

async function findNames(
  engine: Pick<Engine, 'columns'>,
  select: ReturnType<typeof sql>,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const columns = await engine.columns(toStatement(select, duckdbDialect), signal)
  return new Set(columns.map(({ name }) => name.toLowerCase()))
}
