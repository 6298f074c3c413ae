import { createFragment } from '../../sql/fragment.ts'
import type { SqlColumn } from '../../sql/index.ts'
import { toColumnList } from '../data/column-list.ts'
import type { DataProbe, ProbeTools } from '../data/data-probe.ts'
import { findColumns } from '../data/find-columns.ts'
import { toPathList } from '../data/path-list.ts'
import { withDates } from '../data/with-dates.ts'
import type { FolderFile } from '../folder-files.ts'

// DuckDB sets twice as many bytes aside for each thread that reads.
const largestObject = 16 * 1024 * 1024
const smallestObject = 1024 * 1024

/** Finds out the columns of a file of JSON objects: one array of them, or one on each line. */
export async function probeJson(
  file: FolderFile,
  format: 'array' | 'newline_delimited',
  tools: ProbeTools,
): Promise<DataProbe> {
  const { files, database, wholeSize } = tools
  const path = toPathList(files, [file])
  const unknown = file.size > wholeSize || file.path.toLowerCase().endsWith('.gz')
  const objectSize = unknown ? largestObject : Math.max(2 * file.size, smallestObject)
  const options = `format = '${format}', maximum_object_size = ${objectSize}, hive_partitioning = false, union_by_name = true`
  const reader: DataProbe['reader'] = (paths, columns, more = '') =>
    `read_json(${paths}, ${options}, columns = ${toColumnList(columns)}${more})`
  const guess = async (sample: number): Promise<readonly SqlColumn[]> => {
    const found = await database.columns(
      createFragment([`from read_json(${path}, ${options}, sample_size = ${sample})`]),
    )
    return found.map(({ name, type }) => ({ name, type: type === 'HUGEINT' ? 'BIGINT' : type }))
  }
  const datesAsText = async () =>
    (await guess(-1)).map(({ name, type }) => ({ name, type: /^(?:DATE|TIME)/.test(type) ? 'VARCHAR' : type }))
  const anything = async () => (await guess(-1)).map(({ name }) => ({ name, type: 'JSON' }))

  const guesses = [() => guess(20_480), () => guess(-1), datesAsText, anything]
  const { guess: columns, rows } =
    file.size > wholeSize
      ? { guess: await guess(200_000), rows: undefined }
      : await findColumns(database, guesses, (columns) => reader(path, columns))
  const likeness = JSON.stringify(['json', format, columns.map(({ name }) => name)])
  return withDates({ file, columns, rows, reader, likeness }, tools)
}
