import type { Database, SqlColumn } from '../../sql/index.ts'
import type { FolderFile, FolderFiles } from '../folder-files.ts'

/** What probing needs. */
export interface ProbeTools {
  readonly files: FolderFiles
  readonly database: Database
  /** DuckDB's settings. */
  readonly settings: Readonly<Record<string, string>>
  /** Files up to so many bytes are read to their end before they are served. */
  readonly wholeSize: number
}

/** What is known of a data file before it is served. */
export interface DataProbe {
  readonly file: FolderFile
  readonly columns: readonly SqlColumn[]
  /** Unknown when counting them would take too long. */
  readonly rows: number | undefined
  /** Writes the call that reads files with these columns. `more` are further options. */
  readonly reader: (paths: string, columns: readonly SqlColumn[], more?: string) => string
  /** Equal for files that can be read as one. */
  readonly likeness: string
}
