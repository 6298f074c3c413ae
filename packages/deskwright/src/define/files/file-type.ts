import { fileTypes, type FileTypeName } from '../../spec/payloads/file-types.ts'

/** What files of a kind begin with, in Latin-1. */
const beginnings: readonly (readonly [beginning: string, type: FileTypeName])[] = [
  ['%PDF-', 'pdf'],
  ['\u0089PNG\r\n', 'png'],
  ['\u00ff\u00d8\u00ff', 'jpg'],
  ['\u00d0\u00cf\u0011\u00e0', 'xls'],
]

const spellings: Readonly<Record<string, FileTypeName>> = { htm: 'html', markdown: 'md', log: 'txt', tsv: 'txt' }

/** Finds out what a file is: by its first bytes, else by the ending of its name. `undefined` when Workspace shows no such files. */
export function toFileType(filename: string, beginning: Uint8Array): FileTypeName | undefined {
  const text = String.fromCharCode(...beginning.subarray(0, 8))
  const [, found] = beginnings.find(([bytes]) => text.startsWith(bytes)) ?? []
  if (found !== undefined) return found
  const named = toNamedType(filename)
  const hasBeginning = beginnings.some(([, type]) => type === named) || named === 'jpeg'
  return hasBeginning ? undefined : named // a PDF that does not begin like one is none
}

/** Finds out what a file is by the ending of its name. */
export function toNamedType(filename: string): FileTypeName | undefined {
  const ending = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase()
  return spellings[ending] ?? fileTypes.find((type) => type === ending)
}
