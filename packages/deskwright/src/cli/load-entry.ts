import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Backend } from '../http/backend.ts'
import { toEntryError } from './entry-error.ts'

const nativeExtensions: readonly string[] = ['.js', '.mjs', '.cjs']

/** How to load a module. */
export interface LoadOptions {
  /** Loads the module and everything it imports outside of node_modules anew. */
  readonly fresh?: boolean
}

/**
 * Loads the backend that a TypeScript or JavaScript module exports, with its documents computed.
 *
 * @throws DeskwrightError `entry-not-found`, `entry-failed`, `entry-without-backend`
 */
export async function loadEntry(entry: string, { fresh = false }: LoadOptions = {}): Promise<Backend> {
  const path = resolve(entry)
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) throw new DeskwrightError('entry-not-found', { entry })
  const native = !fresh && nativeExtensions.includes(extname(path))
  try {
    const loaded = await (native ? import(pathToFileURL(path).href) : loadByJiti(path, !fresh))
    const backend = checkBackend(entry, loaded)
    // Whatever fails while the documents are made belongs to the entry as well.
    void backend.manifest
    return backend
  } catch (cause) {
    throw await toEntryError(entry, cause, () => loadByJiti(path, false))
  }
}

async function loadByJiti(path: string, cache: boolean): Promise<unknown> {
  const { createJiti } = await import('jiti')
  return await createJiti(path, { moduleCache: cache, interopDefault: false }).import(path)
}

function checkBackend(entry: string, loaded: unknown): Backend {
  const exported = (loaded as { readonly default?: unknown }).default
  if (isBackend(exported)) return exported
  throw new DeskwrightError('entry-without-backend', { entry, got: describe(exported, loaded as object) })
}

function isBackend(value: unknown): value is Backend {
  return (
    typeof value === 'object' &&
    value !== null &&
    'manifest' in value &&
    'createFetch' in value &&
    typeof value.createFetch === 'function'
  )
}

function describe(exported: unknown, loaded: object): string {
  if (exported === undefined) {
    const names = Object.keys(loaded).filter((name) => name !== 'default')
    return `there is none${names.length === 0 ? '' : `, only ${names.join(', ')}`}`
  }
  if (exported === null) return 'it is null'
  if (Array.isArray(exported)) return 'it is an array'
  if (typeof exported !== 'object') return `it is a ${typeof exported}`
  return 'widgets' in exported ? 'it is plain options, without defineBackend around them' : 'it is some other object'
}
