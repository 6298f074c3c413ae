import { lstat, open, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { FolderFile, FolderFiles, SkippedPath } from '../folder/folder-files.ts'
import { toReason } from './system-error.ts'
import { toTemporaryFolder } from './temporary-folder.ts'
import { unpackSqlite } from './unpack-sqlite.ts'

const outside = 'it is a link that leads out of the folder'

/**
 * Gives access to the files of a folder, or to one file, and to nothing else: links that lead out of it are left out, and checked
 * again before every use. Hidden files and `node_modules` are not listed.
 *
 * @throws DeskwrightError `folder-unreadable`
 */
export async function openFolderFiles(path: string, temporary = toTemporaryFolder()): Promise<FolderFiles> {
  const { real, isFile } = await openRoot(path)
  const root = isFile ? dirname(real) : real
  const only = isFile ? basename(real) : undefined
  const isInside = (path: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

  const toLocation = async (path: string): Promise<string> => {
    const location = resolve(root, path)
    try {
      const real = await realpath(location)
      if (isInside(location) && isInside(real)) return location
    } catch (cause) {
      throw new DeskwrightError('folder-file-unavailable', { file: path, reason: toReason(cause) }, { cause })
    }
    throw new DeskwrightError('folder-file-unavailable', { file: path, reason: outside })
  }

  const guard = async <T>(path: string, use: (location: string) => Promise<T>): Promise<T> => {
    const location = await toLocation(path)
    try {
      return await use(location)
    } catch (cause) {
      throw new DeskwrightError('folder-file-unavailable', { file: path, reason: toReason(cause) }, { cause })
    }
  }

  return {
    name: only ?? (basename(root) || 'Files'),
    root: root.split(sep).join('/'),
    ...(only !== undefined && { only }),
    async list() {
      const files: FolderFile[] = []
      const skipped: SkippedPath[] = []
      if (only === undefined) await listFolder(root, new Set([root]))
      else await listEntry(real, new Set())
      return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), skipped }

      async function listFolder(location: string, above: ReadonlySet<string>): Promise<void> {
        for (const name of (await readdir(location)).toSorted()) {
          if (name.startsWith('.') || name === 'node_modules') continue
          await listEntry(join(location, name), above)
        }
      }

      async function listEntry(location: string, above: ReadonlySet<string>): Promise<void> {
        const path = relative(root, location).split(sep).join('/')
        try {
          const isLink = (await lstat(location)).isSymbolicLink()
          const real = isLink ? await realpath(location) : location
          if (isLink && !isInside(real)) {
            skipped.push({ path, reason: outside })
            return
          }
          const { size, mtimeMs, isFile, isDirectory } = await describe(location)
          if (isFile) files.push({ path, size, modified: mtimeMs })
          else if (isDirectory && !above.has(real)) await listFolder(location, new Set([...above, real]))
        } catch (error) {
          skipped.push({ path, reason: toReason(error) })
        }
      }
    },
    stat: (path) =>
      guard(path, async (location) => {
        const { size, mtimeMs } = await describe(location)
        return { path, size, modified: mtimeMs }
      }),
    read: (path, limit) =>
      guard(path, async (location) => {
        if (limit === undefined) return await readFile(location)
        const handle = await open(location)
        try {
          const { bytesRead, buffer } = await handle.read(new Uint8Array(limit), 0, limit, 0)
          return buffer.subarray(0, bytesRead)
        } finally {
          await handle.close()
        }
      }),
    stream: (path, part) =>
      guard(path, async (location) => {
        const handle = await open(location)
        return handle.createReadStream(part && { start: part.from, end: part.to - 1 })
      }),
    temporary: temporary.split(sep).join('/'),
    unpack: (path) => toLocation(path).then((location) => unpackSqlite(location, path, temporary)),
    now: () => Date.now(),
    pause: (milliseconds) => setTimeout(milliseconds),
  }
}

async function openRoot(path: string): Promise<{ readonly real: string; readonly isFile: boolean }> {
  try {
    const real = await realpath(path)
    return { real, isFile: (await stat(real)).isFile() }
  } catch (cause) {
    throw new DeskwrightError('folder-unreadable', { folder: path, reason: toReason(cause) }, { cause })
  }
}

async function describe(location: string) {
  const found = await stat(location)
  return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile(), isDirectory: found.isDirectory() }
}
