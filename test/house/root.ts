import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Finds the script of an installed command, to run it by `process.execPath` on every platform. */
export function binary(packageName: string, command = packageName): string {
  const require = createRequire(import.meta.url)
  const file = join(root, 'node_modules', packageName, 'package.json')
  const { bin } = require(file) as { bin: string | Record<string, string> }
  const script = typeof bin === 'string' ? bin : bin[command]
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`)
  return join(dirname(file), script)
}
