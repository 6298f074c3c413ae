import type { BackendOptions, Widgets } from './define/backend-options.ts'
import type { Backend } from './http/backend.ts'
import { createBackend } from './http/create-backend.ts'
import { createManifest } from './manifest/create-manifest.ts'

/**
 * Makes a backend of widgets and apps. Nothing is checked or loaded until it is first used; `export default` it, and
 * `deskwright dev`, `serve()` and everything that mounts a `fetch` can run it.
 */
export function defineBackend<const W extends Widgets>(options: BackendOptions<W>): Backend<W> {
  return createBackend(options, createManifest) as Backend<W>
}
