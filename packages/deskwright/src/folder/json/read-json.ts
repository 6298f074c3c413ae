import { toText } from '../documents/read-text.ts'
import type { FolderFiles } from '../folder-files.ts'
import { readBeginning } from '../read-beginning.ts'

/** Reads a JSON document, which may be packed. */
export async function readJson(files: FolderFiles, path: string, limit: number): Promise<unknown> {
  const { bytes } = await readBeginning(files, await files.stat(path), limit)
  return JSON.parse(toText(bytes)) as unknown
}
