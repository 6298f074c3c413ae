import type { FileTypeName } from '../../spec/payloads/file-types.ts'
import type { Awaitable } from '../../internal/awaitable.ts'
import { isObject } from '../answers/object.ts'

/** The bytes of a file: at once or bit by bit. A function is called when the file is sent. */
export type FileBytes =
  | Uint8Array
  | AsyncIterable<Uint8Array>
  | (() => Awaitable<Uint8Array | AsyncIterable<Uint8Array>>)

/** A file any part of which can be read. */
export interface FileParts {
  /** Bytes. */
  readonly size: number
  /** When it was last changed, in milliseconds since the epoch. */
  readonly modified?: number
  /** Reads from one byte on and before another. */
  readonly read: (from: number, to: number) => Awaitable<AsyncIterable<Uint8Array>>
}

/** A file by its bytes. They are sent as they come, so a large file takes no more memory than a small one. */
export interface FileContent {
  /** The shown name. */
  readonly filename: string
  readonly bytes: FileBytes
  /** Opens the file to read parts of it: with `byUrl`, browsers then fetch the pages they show of a PDF and not all of it. */
  readonly parts?: () => Awaitable<FileParts>
  /** What it is. Default: what its first bytes say, or the ending of its name. */
  readonly data_type?: FileTypeName
}

/** A file of another server, which the user's browser fetches: that server has to allow it by CORS. */
export interface FileLink {
  /** `https`, or `http` on this machine. */
  readonly url: string
  /** The shown name. Default: how the path of the address ends. */
  readonly filename?: string
  /** What it is. Default: what the ending of its name says. */
  readonly data_type?: FileTypeName
  readonly data_format?: never
  readonly content?: never
}

/** Whether a value is a file by its bytes. */
export function isFileContent(value: unknown): value is FileContent {
  return isObject(value) && 'bytes' in value && typeof value['filename'] === 'string'
}

/** Whether a value is a file by its address alone, rather than the whole answer. */
export function isFileLink(value: unknown): value is FileLink {
  return isObject(value) && typeof value['url'] === 'string' && !('data_format' in value) && !('error_type' in value)
}

/** Reads the bytes of a file in pieces. */
export async function* readBytes(bytes: FileBytes): AsyncGenerator<Uint8Array> {
  const given = typeof bytes === 'function' ? await bytes() : bytes
  if (given instanceof Uint8Array) yield given
  else yield* given
}
