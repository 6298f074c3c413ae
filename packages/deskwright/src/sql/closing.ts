import type { Database } from './database.ts'

const works = new WeakMap<Database, (() => void)[]>()

/** Has something done when a database is closed: what works for it in the background ends. */
export function onClose(database: Database, end: () => void): void {
  works.set(database, [...(works.get(database) ?? []), end])
}

/** Does what was asked for. It stays asked for, since a database can be opened again. */
export function endWorks(database: Database): void {
  for (const end of works.get(database) ?? []) end()
}
