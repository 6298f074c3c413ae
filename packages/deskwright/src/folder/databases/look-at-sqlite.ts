import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { ProbeTools } from '../data/data-probe.ts'
import { toFileSource, type TableSource } from '../data/table-source.ts'
import { toTableWidget } from '../data/table-widget.ts'
import type { FolderFile, FolderFiles, UnpackedTable } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { probeJson } from '../json/probe-json.ts'
import { toTitle } from '../../internal/to-title.ts'

/** Shows the tables and views of a SQLite file. They are copied when the file has changed, so that they are as fast as others. */
export async function lookAtSqlite(file: FolderFile, tools: ProbeTools): Promise<Found[]> {
  const { files } = tools
  const { root, tables } = await files.unpack(file.path)
  const unpacked: FolderFiles = { ...files, root }
  return await Promise.all(
    tables.map(async (table) => {
      const source = { ...(await toSource(table, { ...tools, files: unpacked })), files: [file] }
      return {
        path: file.path,
        part: table.name,
        source: source.source,
        ...(files.only !== undefined && { title: toTitle(table.name) }),
        toWidget: (widgetTools) => toTableWidget(source, widgetTools),
      } satisfies Found
    }),
  )
}

async function toSource({ file, columns }: UnpackedTable, tools: ProbeTools): Promise<TableSource> {
  if (file.size > 0) return toFileSource(await probeJson(file, 'newline_delimited', tools), tools.files)
  const nothing = columns.map((name) => `null::varchar as ${duckdbDialect.quoteIdentifier(name)}`)
  return {
    files: [file],
    columns: columns.map((name) => ({ name, type: 'VARCHAR' })),
    rows: 0,
    source: `(select ${nothing.join(', ')} where false)`,
  }
}
