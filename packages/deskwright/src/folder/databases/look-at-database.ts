import { DeskwrightError } from '../../index.ts'
import { duckdb } from '../../sql/index.ts'
import type { ProbeTools } from '../data/data-probe.ts'
import type { FolderFile } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { toTitle } from '../../internal/to-title.ts'
import { lookAtSqlite } from './look-at-sqlite.ts'
import { findTables, toDatabaseWidget } from './database-tables.ts'

/** Shows the tables of a DuckDB database file, which is opened for reading only, or of a SQLite file. */
export async function lookAtDatabase(given: FolderFile, tools: ProbeTools): Promise<Found[]> {
  const { path } = given
  const { files, settings } = tools
  const beginning = new TextDecoder('latin1').decode(await files.read(path, 16))
  if (beginning.startsWith('SQLite format 3')) return lookAtSqlite(given, tools)
  if (beginning.slice(8, 12) !== 'DUCK') {
    throw new DeskwrightError('folder-file-broken', {
      file: path,
      reason: 'it is neither a DuckDB nor a SQLite database',
    })
  }
  const file = `${files.root}/${path}`
  const database = duckdb({ file, settings: { ...settings, allowed_paths: JSON.stringify([file, `${file}.wal`]) } })
  const tables = await findTables(database)
  return tables.map((table) => ({
    path,
    part: table.schema === undefined ? table.name : `${table.schema}_${table.name}`,
    ...(files.only !== undefined && { title: toTitle(table.name) }),
    database,
    toWidget: ({ common }) => toDatabaseWidget(table, common),
  }))
}
