import { createDatabaseFolder } from '../folder/databases/create-database-folder.ts'
import type { Folder } from '../folder/create-folder.ts'
import { postgres } from '../sql/index.ts'

/** Opens a PostgreSQL database, to be served as it is. It connects when it is loaded. */
export function openDatabase(url: string): Folder {
  const name = URL.canParse(url) ? decodeURIComponent(new URL(url).pathname.slice(1)) : ''
  return createDatabaseFolder(name || 'Database', postgres({ url }))
}
