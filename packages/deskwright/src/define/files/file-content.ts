import type { FileTypeName } from '../../spec/payloads/file-types.ts'
import type { Awaitable } from '../../internal/awaitable.ts'
import { isObject } from '../answers/object.ts'

/** The bytes of a file: at once or bit by bit. A function is called when the file is sent. */
export type FileBytes =
  | Uint8Array
  | AsyncIterable<Uint8Array>
  | (() => Awaitable<Uint8Array | AsyncIterable<Uint8Array>>)

/** A file by its bytes. They are sent as they come, so a large file takes no more memory than a small one. */
export interface FileContent {
  /** The shown name. */
  readonly filename: string
  readonly bytes: FileBytes
  /** What it is. Default: what its first bytes say, or the ending of its name. */
  readonly data_type?: FileTypeName
}

/** Whether a value is a file by its bytes. */
export function isFileContent(value: unknown): value is FileContent {
  return isObject(value) && 'bytes' in value && typeof value['filename'] === 'string'
}

/** Reads the bytes of a file in pieces. */
export async function* readBytes(bytes: FileBytes): AsyncGenerator<Uint8Array> {
  const given = typeof bytes === 'function' ? await bytes() : bytes
  if (given instanceof Uint8Array) yield given
  else yield* given
}
