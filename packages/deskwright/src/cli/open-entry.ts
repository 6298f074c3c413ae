import { stat } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import type { Backend } from '../http/backend.ts'
import { watchSources } from '../node/watch-sources.ts'
import { loadEntry, type LoadOptions } from './load-entry.ts'

const moduleEndings: readonly string[] = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx']

/** What a command was given: a module that exports a backend, or data that becomes one. */
export interface Entry {
  /** Whether it is data: a change of it is no new version of a program. */
  readonly isData: boolean
  /** The folder that changes are looked for in. */
  readonly folder: string
  /** Loads the backend as it is now, with its documents computed. */
  load(): Promise<Backend>
  /** Calls back after every change. Resolves, when the watch stands, to a function that ends it. Absent: nothing tells of changes. */
  readonly watch?: (onChange: () => Promise<void>) => Promise<() => Promise<void>>
}

/**
 * Opens what a command was given: a module, a folder, a data file, or the address of a PostgreSQL database.
 *
 * @throws DeskwrightError `folder-unreadable`; and when it is loaded `entry-not-found`, `entry-failed`, `entry-without-backend`
 */
export async function openEntry(entry: string, options: LoadOptions = {}): Promise<Entry> {
  if (/^postgres(?:ql)?:\/\//i.test(entry)) {
    const { openDatabase } = await import('../node/open-database.ts')
    const database = openDatabase(entry)
    return { isData: true, folder: '', load: () => database.load() }
  }
  const path = resolve(entry)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || (found.isFile() && moduleEndings.includes(extname(path)))) {
    return {
      isData: false,
      folder: dirname(path),
      load: () => loadEntry(entry, options),
      watch: (onChange) => watchSources(path, onChange),
    }
  }
  const [{ openFolder }, { watchFolder }] = await Promise.all([
    import('../node/open-folder.ts'),
    import('../node/watch-folder.ts'),
  ])
  const folder = await openFolder(path)
  return {
    isData: true,
    folder: found.isDirectory() ? path : dirname(path),
    load: () => folder.load(),
    watch: (onChange) => watchFolder(path, onChange),
  }
}
