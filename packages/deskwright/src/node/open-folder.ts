import { join } from 'node:path'
import type { Folder } from '../folder/create-folder.ts'
import { openFolderFiles } from './folder-files.ts'

/**
 * Opens a folder, to be served as it is.
 *
 * @throws DeskwrightError `folder-unreadable`
 */
export async function openFolder(path: string): Promise<Folder> {
  const files = await openFolderFiles(path)
  const { createFolder } = await import('../folder/create-folder.ts') // the whole data path, for those who open a folder alone
  return createFolder({
    files,
    settings: { memory_limit: '400MB', temp_directory: join(files.temporary, 'duckdb') },
  })
}
