import { accessSync, constants } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Asset } from '../define/asset.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { toReason } from './system-error.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/**
 * Makes a picture from a file, for an app's thumbnail. The file is read when somebody asks for it.
 * A relative path starts at the working directory; `new URL('thumbnail.png', import.meta.url)` starts at the module.
 *
 * @throws DeskwrightError `asset-unreadable`, `asset-type-unknown`
 */
export function file(path: string | URL): Asset {
  const location = path instanceof URL ? fileURLToPath(path) : path
  const contentType = contentTypes[extname(location).toLowerCase()]
  if (contentType === undefined) {
    throw new DeskwrightError('asset-type-unknown', { file: location, allowed: Object.keys(contentTypes) })
  }
  try {
    accessSync(location, constants.R_OK)
  } catch (cause) {
    throw unreadable(location, cause)
  }
  return {
    name: basename(location),
    contentType,
    load: () =>
      readFile(location).catch((cause: unknown) => {
        throw unreadable(location, cause)
      }),
  }
}

function unreadable(location: string, cause: unknown): DeskwrightError {
  return new DeskwrightError('asset-unreadable', { file: location, reason: toReason(cause) }, { cause })
}
