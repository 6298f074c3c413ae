import type { BackendOptions } from '../define/backend-options.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Backend, Fetch } from './backend.ts'
import { createConnect } from './create-connect.ts'
import { createFetch } from './create-fetch.ts'

/** Creates a backend. Nothing is computed before the manifest or an answer is asked for, so that importing one is free. */
export function createBackend(options: BackendOptions, toManifest: (options: BackendOptions) => Manifest): Backend {
  let manifest: Manifest | undefined
  let fetch: Fetch | undefined
  const backend: Backend = {
    name: options.name,
    options,
    get manifest() {
      return (manifest ??= toManifest(options))
    },
    fetch: (request) => (fetch ??= backend.createFetch({}))(request),
    createFetch: (runtime) => createFetch(backend.manifest, options, runtime),
    createConnect: (runtime) => createConnect(backend.manifest, options, runtime),
  }
  return backend
}
