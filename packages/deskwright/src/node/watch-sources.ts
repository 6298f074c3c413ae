import { dirname, extname, relative } from 'node:path'
import { isHidden } from './hidden-path.ts'
import { watchChanges } from './watch-changes.ts'

const sourceExtensions: readonly string[] = [
  '.ts',
  '.mts',
  '.cts',
  '.tsx',
  '.js',
  '.mjs',
  '.cjs',
  '.jsx',
  '.json',
  '.sql',
]

/**
 * Watches the source files in the folder of a module and below it, without node_modules and hidden folders, and calls
 * back after every change; never twice at the same time. Resolves, when the watch stands, to a function that ends it.
 */
export async function watchSources(entry: string, onChange: () => Promise<void>): Promise<() => Promise<void>> {
  const root = dirname(entry)
  const ignored: NonNullable<Parameters<typeof watchChanges>[1]['ignored']> = (path, stats) =>
    isHidden(relative(root, path)) || (stats?.isFile() === true && !sourceExtensions.includes(extname(path)))
  return await watchChanges(root, { ignored }, onChange)
}
