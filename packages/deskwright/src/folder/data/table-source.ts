import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { SqlColumn } from '../../sql/index.ts'
import type { FolderFile, FolderFiles } from '../folder-files.ts'
import type { DataProbe } from './data-probe.ts'
import { toPathList, toPattern } from './path-list.ts'

/** A table that one file holds, or several like ones. */
export interface TableSource {
  readonly files: readonly FolderFile[]
  readonly columns: readonly SqlColumn[]
  readonly rows: number | undefined
  /** What gives its rows, as it stands after FROM. */
  readonly source: string
  /** The path of the one Parquet file that it is, as DuckDB takes it. */
  readonly parquet?: string
}

/** Makes a table of one file. */
export function toFileSource(probe: DataProbe, files: FolderFiles): TableSource {
  const { file, columns, rows, reader } = probe
  const source = reader(toPathList(files, [file]), columns)
  const isParquet = file.path.toLowerCase().endsWith('.parquet')
  return { files: [file], columns, rows, source, ...(isParquet && { parquet: toPattern(files, file.path) }) }
}

const pathColumn = 'deskwright path'

/** Makes one table of like files, read as the largest is. A first column names the file, unless a column is called so already. */
export function toJoinedSource(probes: readonly DataProbe[], files: FolderFiles): TableSource {
  const first = probes.reduce((largest, probe) => (probe.file.size > largest.file.size ? probe : largest))
  const members = probes.map(({ file }) => file)
  const columns = first.columns.map(({ name }, index) => ({
    name,
    type: probes.map((probe) => probe.columns[index]!.type).reduce(toCommonType),
  }))
  const counts = probes.map(({ rows }) => rows)
  const rows = counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0)
  const read = first.reader(toPathList(files, members), columns, `, filename = '${pathColumn}'`)
  const quoted = duckdbDialect.quoteIdentifier(pathColumn)
  if (columns.some(({ name }) => name.toLowerCase() === 'file')) {
    return { files: members, columns, rows, source: `(select * exclude (${quoted}) from ${read})` }
  }
  return {
    files: members,
    columns: [{ name: 'file', type: 'VARCHAR' }, ...columns],
    rows,
    source: `(select parse_filename(${quoted}, true) as file, * exclude (${quoted}) from ${read})`,
  }
}

const integer = /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT)$/
const numeric = /^(?:FLOAT|DOUBLE|DECIMAL)/

function toCommonType(a: string, b: string): string {
  if (a === b) return a
  if (integer.test(a) && integer.test(b)) return 'BIGINT'
  if ([a, b].every((type) => integer.test(type) || numeric.test(type))) return 'DOUBLE'
  return [a, b].every((type) => /^(?:DATE|TIMESTAMP)/.test(type)) ? 'TIMESTAMP' : 'VARCHAR'
}
