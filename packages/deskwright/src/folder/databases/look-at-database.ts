import { DeskwrightError } from '../../index.ts'
import { duckdb } from '../../sql/index.ts'
import type { ProbeTools } from '../data/data-probe.ts'
import type { FolderFile } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { toTitle } from '../naming/to-title.ts'
import { findTables, toDatabaseWidget } from './database-tables.ts'

/** Shows the tables of a DuckDB database file. It is opened for reading only. */
export async function lookAtDatabase({ path }: FolderFile, { files, settings }: ProbeTools): Promise<Found[]> {
  const beginning = new TextDecoder('latin1').decode(await files.read(path, 16))
  if (beginning.startsWith('SQLite format 3')) {
    throw new DeskwrightError('folder-format-unreadable', {
      file: path,
      format: 'SQLite',
      instead: 'a DuckDB file or as Parquet',
    })
  }
  if (beginning.slice(8, 12) !== 'DUCK') {
    throw new DeskwrightError('folder-file-broken', { file: path, reason: 'it is no DuckDB database' })
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
