import { createWriteStream } from 'node:fs'
import { mkdtemp, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type * as Sqlite from 'node-sqlite3-wasm'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { UnpackedTable, UnpackedTables } from '../folder/folder-files.ts'

/**
 * Writes the tables of a SQLite file as lines of JSON, which DuckDB reads: it has no SQLite itself.
 *
 * @throws DeskwrightError `sql-driver-missing`, `folder-file-broken`
 */
export async function unpackSqlite(location: string, path: string, temporary: string): Promise<UnpackedTables> {
  const { Database } = await loadDriver()
  const root = await mkdtemp(join(temporary, 'sqlite-'))
  let database: Sqlite.Database | undefined
  try {
    database = new Database(location, { readOnly: true, fileMustExist: true })
    const listed = database.all(
      `select name from sqlite_schema where type in ('table', 'view') and name not like 'sqlite!_%' escape '!' order by name`,
    )
    const tables: UnpackedTable[] = []
    for (const { name } of listed)
      tables.push(await unpackTable(database, name as string, root, `${tables.length}.ndjson`))
    return { root: root.split(sep).join('/'), tables }
  } catch (cause) {
    const reason = `SQLite says: ${cause instanceof Error ? cause.message : String(cause)}`
    throw new DeskwrightError('folder-file-broken', { file: path, reason }, { cause })
  } finally {
    database?.close()
  }
}

async function unpackTable(
  database: Sqlite.Database,
  name: string,
  root: string,
  file: string,
): Promise<UnpackedTable> {
  const quoted = `"${name.replaceAll('"', '""')}"`
  const columns = database
    .all(`select name from pragma_table_info(?)`, [name])
    .map((column) => column['name'] as string)
  const statement = database.prepare(`select * from ${quoted}`)
  try {
    await pipeline(Readable.from(toLines(statement.iterate())), createWriteStream(join(root, file)))
  } finally {
    statement.finalize()
  }
  const { size, mtimeMs } = await stat(join(root, file))
  return { name, columns, file: { path: file, size, modified: mtimeMs } }
}

const pieceSize = 64 * 1024

/** Gives lines in pieces that are worth a write. */
function* toLines(rows: Iterable<object>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += `${JSON.stringify(row, toJsonValue)}\n`
    if (piece.length < pieceSize) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function toJsonValue(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? `${value.length} bytes` : value
}

async function loadDriver(): Promise<typeof Sqlite> {
  const packageName = 'node-sqlite3-wasm'
  try {
    const loaded = (await import('node-sqlite3-wasm')) as unknown as { readonly default: typeof Sqlite }
    return loaded.default
  } catch (cause) {
    const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new DeskwrightError('sql-driver-missing', { feature: 'A SQLite file', packageName, reason }, { cause })
  }
}
