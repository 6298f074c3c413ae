import { createFragment } from '../../sql/fragment.ts'
import type { FolderFile } from '../folder-files.ts'
import type { DataProbe, ProbeTools } from './data-probe.ts'
import { toPathList } from './path-list.ts'
import { readAll } from './read-all.ts'

/** Reads the columns and the number of rows that a Parquet file names itself. */
export async function probeParquet(file: FolderFile, { files, database }: ProbeTools): Promise<DataProbe> {
  const reader: DataProbe['reader'] = (paths, _columns, more = '') =>
    `read_parquet(${paths}, hive_partitioning = false, union_by_name = true${more})`
  const source = reader(toPathList(files, [file]), [])
  const columns = await database.columns(createFragment([`select * from ${source}`]))
  const [{ rows } = { rows: 0 }] = await readAll<{ rows: number }>(database, `select count(*) as rows from ${source}`)
  return { file, columns, rows, reader, likeness: JSON.stringify(['parquet', columns.map(({ name }) => name)]) }
}
