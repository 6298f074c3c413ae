import { table } from '../../index.ts'
import type { AnyWidget } from '../../define/widget.ts'
import { sql, ssrmTable, type Database, type Relation } from '../../sql/index.ts'
import { isLarge, plainTable } from '../data/is-large.ts'
import { arePlain, selectFields, toTableFields } from '../data/table-fields.ts'
import type { CommonOptions } from '../found.ts'

/** A table or view of a database. */
export interface DatabaseTable {
  /** Absent for the usual one. */
  readonly schema?: string
  readonly name: string
  readonly relation: Relation
}

interface ListedTable {
  readonly catalogue: string
  readonly schema: string
  readonly name: string
}

/** Schemas whose name says nothing. */
const usual: readonly string[] = ['main', 'public']

/** Lists the tables and views of a database, without its own. */
export async function findTables(database: Database): Promise<DatabaseTable[]> {
  const listed = await database
    .query<ListedTable>(
      sql`select cast(table_catalog as varchar) as catalogue, cast(table_schema as varchar) as schema, cast(table_name as varchar) as name
        from information_schema.tables
        where table_schema not in ('information_schema', 'pg_catalog') and table_catalog not in ('system', 'temp', 'memory')
        order by 2, 3`,
    )
    .rows()
  const severalCatalogues = database.engine.dialect.name === 'duckdb'
  return listed.map(({ catalogue, schema, name }) => ({
    name,
    ...(!usual.includes(schema) && { schema }),
    relation: severalCatalogues ? database.table(catalogue, schema, name) : database.table(schema, name),
  }))
}

/** Makes the widget of a table. What is too large to be sent as a whole is paged on the server. */
export async function toDatabaseWidget({ relation }: DatabaseTable, common: CommonOptions): Promise<AnyWidget> {
  const { database } = relation
  const found = await database.columns(sql`select * from ${relation}`)
  const fields = toTableFields(found, database.engine.dialect)
  const more = plainTable.rows + 1 // counting all of them could take long
  const [{ rows } = { rows: 0 }] = await database
    .query<{ rows: number }>(
      sql`select count(*) as rows from (select 1 as one from ${relation} limit ${more}) as counted`,
    )
    .rows()
  const select = selectFields(fields, relation)
  const options = {
    ...common,
    columns: Object.fromEntries(fields.map(({ field, column }) => [field, column])),
    enableCharts: true,
  }
  return isLarge(rows, fields.length)
    ? ssrmTable({ ...options, db: database, from: arePlain(fields) ? relation : select })
    : table({ ...options, load: () => database.query(select) })
}
