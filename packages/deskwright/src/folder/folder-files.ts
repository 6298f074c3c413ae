/** A file below the folder. */
export interface FolderFile {
  /** From the folder on, with `/` between its parts: `equity/prices.csv`. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** When it was last written, in milliseconds since the epoch. */
  readonly modified: number
}

/** Something in the folder that is not served, and why. */
export interface SkippedPath {
  readonly path: string
  readonly reason: string
}

/** What a folder holds. */
export interface FolderListing {
  readonly files: readonly FolderFile[]
  readonly skipped: readonly SkippedPath[]
}

/** A table that was written as a file. */
export interface UnpackedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly file: FolderFile
}

/** The tables of a database, as files of a folder. */
export interface UnpackedTables {
  readonly root: string
  readonly tables: readonly UnpackedTable[]
}

/**
 * The files of a folder, as the runtime gives access to them. Every call makes sure that what it touches is inside the
 * folder, also when a link has appeared since the listing, and fails with `folder-file-unavailable` otherwise.
 */
export interface FolderFiles {
  /** The name of the folder itself, or of the one file. */
  readonly name: string
  /** The absolute path of the folder, with `/` between its parts. */
  readonly root: string
  /** The only file that is served. Absent: all. */
  readonly only?: string
  list(): Promise<FolderListing>
  stat(path: string): Promise<FolderFile>
  /** Reads a file, or its first bytes. */
  read(path: string, limit?: number): Promise<Uint8Array<ArrayBuffer>>
  /** Reads a file bit by bit, or from one byte on and before another. */
  stream(path: string, part?: { readonly from: number; readonly to: number }): Promise<AsyncIterable<Uint8Array>>
  /** Where `unpack` puts things. */
  readonly temporary: string
  /** Writes the tables of a SQLite file as files of JSON lines, in a folder of their own. */
  unpack(path: string): Promise<UnpackedTables>
  /** Milliseconds since the epoch. */
  now(): number
  pause(milliseconds: number): Promise<void>
}
