import type { DuckDBConnection } from '@duckdb/node-api'
import type { ConsolePlan, ConsoleTable } from '../console.ts'
import { duckdbDialect } from '../../duckdb/dialect.ts'
import { openInstance, type Instance, type InstancePlan } from '../../duckdb/instance.ts'
import { toTextLiteral } from '../../duckdb/literal.ts'
import { findFiles } from './readable-files.ts'

/** A DuckDB that is locked: it reads the files of some tables and nothing else, and sees only these tables by their names. */
export interface LockedInstance extends Instance {
  readonly tables: readonly ConsoleTable[]
}

const threads = '2'
const share = 0.75 // of the memory; the rest is for what DuckDB does not count
const quote = (name: string) => duckdbDialect.quoteIdentifier(name)

/** Opens the author's database once more, for the console's tables only, and locks it. Throws what `openInstance` throws. */
export async function openLockedInstance(plan: InstancePlan, { tables, limits }: ConsolePlan): Promise<LockedInstance> {
  const settings = {
    ...plan.settings,
    threads,
    memory_limit: `${Math.round(limits.megabytes * share)}MB`,
    temp_directory: '', // nothing is written, also not what does not fit into memory
  }
  const instance = await openInstance({ ...plan, settings })
  const connection = await instance.connect()
  const files = await findFiles(
    connection,
    plan.views,
    tables.map((path) => path.at(-1)!),
  )
  await connection.run(`set global allowed_paths = ${toList(files)}`)
  await connection.run(`attach ':memory:' as console`)
  for (const path of tables) await expose(connection, path)
  await connection.run('set global enable_external_access = false')
  await connection.run('set global lock_configuration = true')
  connection.closeSync()

  const described = await describe(tables.map((path) => path.at(-1)!))
  return { ...instance, connect, tables: described }

  async function connect(): Promise<DuckDBConnection> {
    const opened = await instance.connect()
    await opened.run(`set search_path = 'console.main'`)
    return opened
  }

  async function describe(names: readonly string[]): Promise<readonly ConsoleTable[]> {
    const reading = await connect()
    const found: ConsoleTable[] = []
    for (const name of names) {
      const rows = await reading.runAndReadAll(`describe console.main.${quote(name)}`).catch(() => undefined)
      const columns = (rows?.getRows() ?? []).map(([column, type]) => ({ name: String(column), type: String(type) }))
      found.push({ name, columns })
    }
    reading.closeSync()
    return found
  }
}

/** Makes a table readable in the console. One that cannot be read now is left out. */
async function expose(connection: DuckDBConnection, path: readonly string[]): Promise<void> {
  const place = await findPlace(connection, path)
  if (place === undefined) return
  const made = `create view console.main.${quote(path.at(-1)!)} as select * from ${place.map(quote).join('.')}`
  await connection.run(made).catch(() => undefined)
}

/** Finds where a table lies: the first place on the search path, as a query would. */
async function findPlace(
  connection: DuckDBConnection,
  path: readonly string[],
): Promise<readonly string[] | undefined> {
  const [name, schema, catalog] = path.toReversed()
  const rows = await connection.runAndReadAll(
    `select database_name, schema_name, name from (
       select database_name, schema_name, table_name as name from duckdb_tables()
       union all select database_name, schema_name, view_name from duckdb_views() where not internal
     ) where lower(name) = lower($1) and lower($2) in (lower(schema_name), lower(database_name)) and ($3 is null or lower(database_name) = lower($3))
     order by list_position(string_split(current_setting('search_path'), ','), database_name || '.' || schema_name) nulls last`,
    [name!, schema ?? 'main', catalog ?? null],
  )
  return rows.getRows()[0]?.map(String)
}

function toList(texts: readonly string[]): string {
  return `[${texts.map(toTextLiteral).join(', ')}]::varchar[]`
}
