import { column, table } from '../../index.ts'
import { isObject } from '../../define/answers/object.ts'
import type { AnyColumn } from '../../define/columns/column.ts'
import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { SqlColumn } from '../../sql/index.ts'
import { toTableFields } from '../data/table-fields.ts'
import type { ProbeTools } from '../data/data-probe.ts'
import type { FolderFile } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { readJson } from './read-json.ts'
import { toDocumentTables, type DocumentTable } from './document-tables.ts'

/** Shows a JSON document that is no array of objects as the tables it holds. */
export function lookAtDocument(file: FolderFile, document: unknown, { files, wholeSize }: ProbeTools): Found[] {
  return toDocumentTables(document).map(({ part, rows }) => {
    const fields = toTableFields(toColumns(rows), duckdbDialect)
    const columns: Record<string, AnyColumn> = Object.fromEntries(fields.map(({ field, column }) => [field, column]))
    if (rows.length === 0) columns['value'] = column.text('Value')
    const load = async () => {
      const tables = toDocumentTables(await readJson(files, file.path, wholeSize))
      const found = tables.find((one: DocumentTable) => one.part === part) ?? { rows: [] }
      return found.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replaceAll('.', '_'), toCell(value)])),
      )
    }
    return {
      path: file.path,
      ...(part !== undefined && { part }),
      toWidget: ({ common }) =>
        table({
          ...common,
          description: common.description ?? `${file.path}: ${rows.length} rows`,
          columns,
          showAll: true,
          enableCharts: true,
          load,
        }),
    }
  })
}

/** Names types as a database would. */
function toColumns(rows: DocumentTable['rows']): SqlColumn[] {
  const types = new Map<string, string | undefined>()
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const type = toType(value)
      const known = types.get(name)
      types.set(name, type === undefined || known === type ? known : known === undefined ? type : toCommon(known, type))
    }
  }
  return [...types].map(([name, type = 'VARCHAR']) => ({ name, type }))
}

function toType(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'boolean') return 'BOOLEAN'
  if (typeof value === 'number') return Number.isInteger(value) ? 'BIGINT' : 'DOUBLE'
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:$|T\d\d:)/.test(value) ? 'DATE' : 'VARCHAR'
}

function toCommon(a: string, b: string): string {
  return [a, b].every((type) => type === 'BIGINT' || type === 'DOUBLE') ? 'DOUBLE' : 'VARCHAR'
}

function toCell(value: unknown): unknown {
  return isObject(value) || Array.isArray(value) ? JSON.stringify(value) : value
}
