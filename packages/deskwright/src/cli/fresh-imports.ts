import { createRequire, register } from 'node:module'
import type { FreshImports } from './fresh-imports-hooks.ts'

/**
 * Prepares this process for loading the user's modules again and again.
 * Call the result before each time: what was imported or required outside of node_modules counts as never loaded.
 */
export function createFreshImports(): () => void {
  const generation = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const data: FreshImports = { generation, library: new URL('..', import.meta.url).href }
  // By its built name: Node loads the hooks in a thread of their own.
  register(new URL('fresh-imports-hooks.js', import.meta.url), { data })
  const { cache } = createRequire(import.meta.url)
  return () => {
    Atomics.add(generation, 0, 1)
    for (const file of Object.keys(cache)) {
      if (!/[\\/]node_modules[\\/]/.test(file)) delete cache[file]
    }
  }
}
