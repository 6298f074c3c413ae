import { createFragment } from '../../sql/fragment.ts'
import type { Database } from '../../sql/index.ts'

/** Runs a query that we wrote ourselves and reads its rows. */
export async function readAll<Row>(database: Database, text: string): Promise<Row[]> {
  return await database.query<Row>(createFragment([text])).rows()
}

/** Reads a source to its end, every cell of it, and counts its rows. Fails where it cannot be read. */
export async function countRows(database: Database, source: string): Promise<number> {
  const [{ rows } = { rows: 0 }] = await readAll<{ rows: number }>(
    database,
    `select count(*) as rows, max(hash(whole)) as read from ${source} as whole`,
  )
  return rows
}
