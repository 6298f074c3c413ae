import type { RowSet } from './row-set.ts'

/** The rows behind a chart or a page, for the raw view. */
export type RawRows = readonly object[] | RowSet
