import type { Engine, RowPlace } from '../engine.ts'
import { createFragment } from '../fragment.ts'
import { parseRows } from '../parse-rows.ts'
import { sql } from '../tag.ts'
import { duckdbDialect } from './dialect.ts'
import type { Import } from './import.ts'
import { toStampQuery, type View, type ViewFiles } from './view-source.ts'
import { toStatement } from '../statement.ts'

type Path = readonly [string, ...string[]]

/** What is known where rows are looked for. */
export interface PlaceFinding {
  readonly views: readonly View[]
  readonly copies: Pick<Import, 'find'> | undefined
  /** Tells one opening of the database from another. */
  readonly opening: () => string
}

/**
 * Finds where rows lie. Tables have DuckDB's `rowid`. A view over Parquet files hides the number of a row in its file, so such
 * files are read directly. Rows of anything else have no number.
 */
export async function findPlace(
  engine: Pick<Engine, 'columns' | 'json'>,
  { views, copies, opening }: PlaceFinding,
  path: readonly string[],
  signal?: AbortSignal,
): Promise<RowPlace | undefined> {
  const [name] = path as Path
  const view = path.length > 1 ? undefined : views.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const copied = view && copies?.find(view.name)
  if (view && !copied) {
    return view.files?.reader.startsWith('read_parquet(') ? findParquet(engine, name, view.files, signal) : undefined
  }
  const from = sql.identifier(...(copied ?? (path as Path)))
  const names = await findNames(engine, sql`select * from ${from}`, signal)
  if (names.has('rowid')) return undefined
  const keyed = await engine.columns(toStatement(sql`select rowid from ${from}`, duckdbDialect), signal).catch(() => [])
  signal?.throwIfAborted()
  if (keyed[0]?.type !== 'BIGINT') return undefined // a view
  const version = async (stop?: AbortSignal): Promise<string> => {
    if (!view?.files) return opening() // DuckDB lets nobody write to the file
    const stamp = await readStamp(engine, view.files, stop)
    return `${copies?.find(view.name) ? 'copied' : 'read'} ${opening()} ${stamp}`
  }
  return { from, key: sql`rowid`, seekable: true, knowsExtremes: true, version }
}

async function findParquet(
  engine: Pick<Engine, 'columns' | 'json'>,
  name: string,
  files: ViewFiles,
  signal?: AbortSignal,
): Promise<RowPlace | undefined> {
  const from = sql`${createFragment([files.reader])} as ${sql.identifier(name)}`
  const names = await findNames(engine, sql`select * from ${from}`, signal)
  if (['file_row_number', 'file_index'].some((taken) => names.has(taken))) return undefined
  const isPattern = /[*?[{]/.test(files.path)
  const key = isPattern ? sql`((file_index::bigint << 40) + file_row_number)` : sql`file_row_number`
  return {
    from,
    key,
    seekable: !isPattern,
    knowsExtremes: true,
    version: async (stop) => `read ${await readStamp(engine, files, stop)}`,
  }
}

async function readStamp(engine: Pick<Engine, 'json'>, files: ViewFiles, signal?: AbortSignal): Promise<string> {
  const statement = toStatement(createFragment([toStampQuery(files)]), duckdbDialect)
  const [row] = await parseRows<{ stamp: string | null }>(engine.json(statement, signal))
  return row?.stamp ?? ''
}

async function findNames(
  engine: Pick<Engine, 'columns'>,
  select: ReturnType<typeof sql>,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const columns = await engine.columns(toStatement(select, duckdbDialect), signal)
  return new Set(columns.map(({ name }) => name.toLowerCase()))
}
