import { watch, type ChokidarOptions } from 'chokidar'

/** Several files are saved at once, and each in several steps. */
const settleMilliseconds = 50

/**
 * Watches a path and calls back after every change; never twice at the same time. Resolves, when the watch stands, to a
 * function that ends it.
 */
export async function watchChanges(
  path: string,
  options: ChokidarOptions,
  onChange: () => Promise<void>,
): Promise<() => Promise<void>> {
  const watcher = watch(path, { ignoreInitial: true, ...options })
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
