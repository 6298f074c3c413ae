import type { FolderFile, FolderFiles } from './folder-files.ts'

/** The beginning of a file, unpacked. */
export interface Beginning {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Whether that is all of it. */
  readonly whole: boolean
}

/** Reads a file up to a limit, or less when it is larger: then only its beginning is worth having. */
export async function readBeginning(
  files: FolderFiles,
  { path, size }: FolderFile,
  limit: number,
  beginning = limit,
): Promise<Beginning> {
  const packed = /\.gz$/i.test(path)
  const bytes = await files.read(path, size > limit ? beginning : undefined)
  if (!packed) return { bytes, whole: size <= limit }
  const unpacked = await unpack(bytes, limit)
  return { bytes: unpacked, whole: size <= limit && unpacked.length < limit }
}

/** Unpacks up to a limit. The end of packed data that was cut off is no failure. */
async function unpack(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  try {
    for await (const piece of stream) {
      pieces.push(piece)
      size += piece.length
      if (size >= limit) break
    }
  } catch {
    // cut off, or broken: then DuckDB says so
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer()).subarray(0, limit)
}
