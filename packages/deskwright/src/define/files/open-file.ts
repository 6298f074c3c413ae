import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { FileTypeName } from '../../spec/payloads/file-types.ts'
import { readBytes, type FileContent, type FileParts } from './file-content.ts'
import { toFileType } from './file-type.ts'

/** A file that is ready to be sent. */
export interface OpenFile {
  readonly type: FileTypeName
  /** Absent when the file can only be read once, from its beginning. */
  readonly parts?: FileParts
  /** Reads all of it, once. */
  readonly read: () => AsyncIterable<Uint8Array>
  /** Lets go of it, read or not. */
  readonly close: () => Promise<void>
}

const beginning = 8

/** Opens a file, and finds out what it is. Fails with `file-type-unknown`. */
export async function openFile(file: FileContent): Promise<OpenFile> {
  const parts = await toParts(file)
  if (parts === undefined) return openStream(file)
  const all = (to: number) => readPart(parts, 0, Math.min(to, parts.size))
  const first = all(beginning)
  try {
    const { value } = await first.next()
    return {
      type: findType(file, value ?? new Uint8Array()),
      parts,
      read: () => all(parts.size),
      close: () => Promise.resolve(),
    }
  } finally {
    await first.return(undefined)
  }
}

/** Reads a part of a file in pieces. */
export async function* readPart(parts: FileParts, from: number, to: number): AsyncGenerator<Uint8Array> {
  yield* await parts.read(from, to)
}

function toParts({ parts, bytes }: FileContent): Promise<FileParts> | FileParts | undefined {
  if (parts !== undefined) return Promise.resolve(parts())
  if (!(bytes instanceof Uint8Array)) return undefined
  return { size: bytes.length, read: (from, to) => readBytes(bytes.subarray(from, to)) }
}

async function openStream(file: FileContent): Promise<OpenFile> {
  const pieces = readBytes(file.bytes)
  const close = async () => void (await pieces.return(undefined))
  try {
    const { value = new Uint8Array() } = (await pieces.next()) as { value?: Uint8Array }
    return { type: findType(file, value), read: () => withFirst(value, pieces), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Puts a piece that was looked at in front of the others. */
async function* withFirst(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

function findType({ filename, data_type }: FileContent, first: Uint8Array): FileTypeName {
  const type = data_type ?? toFileType(filename, first)
  if (type === undefined) throw new DeskwrightError('file-type-unknown', { filename })
  return type
}
