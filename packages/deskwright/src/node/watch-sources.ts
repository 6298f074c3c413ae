import { dirname, extname, relative, sep } from 'node:path'
import { watch } from 'chokidar'

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

/** Editors write a file in several steps, and save several files at once. */
const settleMilliseconds = 50

/**
 * Watches the source files in the folder of a module and below it, without node_modules and hidden folders, and calls
 * back after every change; never twice at the same time. Resolves, when the watch stands, to a function that ends it.
 */
export async function watchSources(entry: string, onChange: () => Promise<void>): Promise<() => Promise<void>> {
  const root = dirname(entry)
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      isHidden(relative(root, path)) || (stats?.isFile() === true && !sourceExtensions.includes(extname(path))),
  })
  let timer: NodeJS.Timeout | undefined
  let running = false
  const settle = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void react(), settleMilliseconds)
  }
  const react = async (): Promise<void> => {
    if (running) return settle()
    running = true
    await onChange().finally(() => {
      running = false
    })
  }
  watcher.on('all', settle)
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

function isHidden(path: string): boolean {
  return path
    .split(sep)
    .some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..' && part !== '.'))
}
