import { DeskwrightError } from '../../index.ts'
import type { FolderFile } from '../folder-files.ts'

const megabyte = 1024 * 1024

/** Refuses a file that is too large to travel in one answer. Throws `folder-file-large`. */
export function limitSize({ path, size }: FolderFile, limit: number): void {
  if (size <= limit * megabyte) return
  throw new DeskwrightError('folder-file-large', { file: path, megabytes: Math.ceil(size / megabyte), limit })
}
