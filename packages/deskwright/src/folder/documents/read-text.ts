import { decodeText } from '../csv/encoding.ts'
import type { FolderFiles } from '../folder-files.ts'

/** Reads a text file in whichever encoding. */
export async function readText(files: FolderFiles, path: string): Promise<string> {
  return toText(await files.read(path))
}

/** Decodes text. What is in no known encoding is read as Windows' Latin-1. */
export function toText(bytes: Uint8Array<ArrayBuffer>): string {
  const text = decodeText(bytes, true)?.text ?? new TextDecoder('windows-1252').decode(bytes)
  return text.replace(/^\uFEFF/, '')
}
