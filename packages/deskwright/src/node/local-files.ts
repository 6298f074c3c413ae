import { normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FileContent } from '../define/files/file-content.ts'
import { toFileType } from '../define/files/file-type.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { FolderFiles } from '../folder/folder-files.ts'
import { openFolderFiles } from './folder-files.ts'
import { isHidden } from './hidden-path.ts'

/** The documents of a folder, for `pdf` and `multiFileViewer`. */
export interface LocalFiles {
  /** Lists the files that Workspace can show, for the options of a file selector: paths within the folder. */
  options(): Promise<string[]>
  /** Gives a file by its path within the folder. It is opened when it is sent. */
  load(path: string): FileContent
  /** Gives the selected files, in their order. */
  loadAll(paths: readonly string[] | null | undefined): FileContent[]
}

/**
 * Serves the documents of a folder. Nothing outside of it is ever read, whatever a path or a link says; hidden files are left out.
 * It is opened when somebody asks. Fails with `folder-unreadable` and `folder-file-unavailable`.
 */
export function localFiles(folder: string | URL): LocalFiles {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder
  let opening: Promise<FolderFiles> | undefined
  const open = () => (opening ??= openFolderFiles(path).catch(forget))
  const forget = (error: unknown): never => {
    opening = undefined
    throw error
  }
  const openFor = (name: string): Promise<FolderFiles> => {
    if (isHidden(normalize(name)))
      throw new DeskwrightError('folder-file-unavailable', { file: name, reason: 'it is hidden' })
    return open()
  }
  const load = (name: string): FileContent => ({
    filename: name.slice(name.lastIndexOf('/') + 1) || 'file',
    bytes: async () => (await openFor(name)).stream(name),
    async parts() {
      const files = await openFor(name)
      const { size, modified } = await files.stat(name)
      return { size, modified, read: (from, to) => files.stream(name, { from, to }) }
    },
  })
  return {
    async options() {
      const files = await open()
      const { files: found } = await files.list()
      const types = found.map(async ({ path: name }) => toFileType(name, await files.read(name, 8)))
      const known = await Promise.all(types.map((type) => type.catch(() => undefined)))
      return found.filter((_, index) => known[index] !== undefined).map(({ path: name }) => name)
    },
    load,
    loadAll: (paths) => (paths ?? []).map(load),
  }
}
