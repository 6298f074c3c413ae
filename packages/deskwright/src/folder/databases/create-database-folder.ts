import { diagnose } from '../../errors/diagnostic.ts'
import type { Database } from '../../sql/index.ts'
import { assemble } from '../assemble.ts'
import type { Folder } from '../create-folder.ts'
import { toTitle } from '../../internal/to-title.ts'
import { findTables, toDatabaseWidget } from './database-tables.ts'

/** Creates what turns a database into a backend: a table for each of its tables and views, a tab for each schema. */
export function createDatabaseFolder(name: string, database: Database): Folder {
  return {
    async load() {
      const tables = await findTables(database)
      const items = tables.map((table) => ({
        table,
        path: table.schema === undefined ? table.name : `${table.schema}/${table.name}`,
        title: toTitle(table.name),
      }))
      const empty = diagnose('warning', 'database-empty', { where: `database "${name}"` }, { database: name })
      return assemble({
        title: toTitle(name),
        items,
        findings: items.length === 0 ? [empty] : [],
        toWidget: ({ table }, common) => toDatabaseWidget(table, common),
      })
    },
  }
}
