import { relative } from 'node:path'
import { isHidden } from './hidden-path.ts'
import { watchChanges } from './watch-changes.ts'

/** Programs write large files in pieces: a file counts as written when it has kept its size for so long. */
const written = { stabilityThreshold: 200, pollInterval: 50 }

/**
 * Watches a folder of data, or one file, without node_modules, hidden files and what links lead to, and calls back after every
 * change; never twice at the same time. Resolves, when the watch stands, to a function that ends it.
 */
export async function watchFolder(path: string, onChange: () => Promise<void>): Promise<() => Promise<void>> {
  const ignored = (found: string) => isHidden(relative(path, found))
  return await watchChanges(path, { ignored, followSymlinks: false, awaitWriteFinish: written }, onChange)
}
