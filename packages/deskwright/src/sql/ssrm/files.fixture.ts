import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { ModelTable } from './model.fixture.ts'
import { toDuckdbLiteral } from './random.fixture.ts'

/** Files with the rows of a table, for DuckDB: a database with the table `t`, and a Parquet file. */
export interface MadeFiles {
  readonly file: string
  readonly parquet: string
}

/** Makes files for tests in a folder of its own. */
export async function createFileMaker() {
  const folder = mkdtempSync(join(tmpdir(), 'deskwright-ssrm-'))
  const instance = await DuckDBInstance.create(':memory:')
  let count = 0
  return {
    folder,
    async make({ columns, rows }: ModelTable): Promise<MadeFiles> {
      count += 1
      const made = { file: join(folder, `${count}.duckdb`), parquet: join(folder, `${count}.parquet`) }
      const connection = await instance.connect()
      const table = `made${count}.t`
      await connection.run(`attach '${made.file}' as made${count}`)
      const names = columns.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${type}`)
      await connection.run(`create table ${table} (${names.join(', ')})`)
      if (rows.length > 0) {
        const lines = rows.map(
          (row) => `(${columns.map((column) => toDuckdbLiteral(row[column.name]!, column)).join(', ')})`,
        )
        await connection.run(`insert into ${table} values ${lines.join(', ')}`)
      }
      await connection.run(`copy ${table} to '${made.parquet}'`)
      await connection.run(`detach made${count}`)
      connection.closeSync()
      return made
    },
    /** Runs a statement in the maker's own database. */
    async run(statement: string): Promise<void> {
      const connection = await instance.connect()
      await connection.run(statement)
      connection.closeSync()
    },
    remove(): void {
      instance.closeSync()
      rmSync(folder, { recursive: true })
    },
  }
}
