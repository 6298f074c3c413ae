import { postgres } from 'deskwright/sql'

/** The server of DATABASE_URL, or of PGHOST, PGUSER and so on; the example's tables are in a schema of their own. */
export const db = postgres({
  ...(process.env['DATABASE_URL'] !== undefined && { url: process.env['DATABASE_URL'] }),
  max: 5,
  timeout: 10_000,
  settings: { search_path: process.env['WAREHOUSE_SCHEMA'] ?? 'warehouse' },
})
