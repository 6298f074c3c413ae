import { decodeText } from '../csv/encoding.ts'
import type { FolderFiles } from '../folder-files.ts'
import { decodeWindowsText } from './windows-text.ts'

/** Reads a text file in whichever encoding. */
export async function readText(files: FolderFiles, path: string): Promise<string> {
  return toText(await files.read(path))
}

/** Decodes text. What is in no other known encoding is taken for Windows' own. */
export function toText(bytes: Uint8Array<ArrayBuffer>): string {
  const text = decodeText(bytes, true)?.text ?? decodeWindowsText(bytes)
  return text.replace(/^\uFEFF/, '')
}
