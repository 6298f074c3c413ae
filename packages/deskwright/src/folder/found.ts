import type { AnyWidget } from '../define/widget.ts'
import type { Gate } from '../sql/gate.ts'
import type { Database } from '../sql/index.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import type { FolderFiles } from './folder-files.ts'
import type { SharedParams } from './queries/to-params.ts'

/** What every widget of a folder says of itself. */
export interface CommonOptions {
  readonly name: string
  readonly description?: string
  readonly category: string
  readonly subCategory?: string
  readonly source: readonly string[]
}

/** What making a widget needs. */
export interface WidgetTools {
  readonly database: Database
  readonly files: FolderFiles
  /** What reading whole results passes. */
  readonly reads: Gate
  readonly common: CommonOptions
  /** The name of a view over its file, if there is one. */
  readonly view: string | undefined
  /** The parameters of all SQL files. */
  readonly shared: SharedParams
}

/** A widget that was found in a folder. */
export interface Found {
  /** Where: the path of a file, or of a folder of like files. */
  readonly path: string
  /** Which part, when a file gives several widgets. */
  readonly part?: string
  /** A title of its own; otherwise it follows from the path. */
  readonly title?: string
  /** What gives its rows, as it stands after FROM: SQL files can use it by its name. */
  readonly source?: string
  /** The path of the one Parquet file that it is, as DuckDB takes it: a view of it can be sought in. */
  readonly parquet?: string
  /** The SQL that it runs itself. */
  readonly sql?: string
  /** A database of its own, to be closed when it is found no more. */
  readonly database?: Database
  /** Fails with what keeps it from being shown. */
  readonly toWidget: (tools: WidgetTools) => Awaitable<AnyWidget>
}
