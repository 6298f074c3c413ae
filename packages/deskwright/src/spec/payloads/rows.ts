import { z } from 'zod'
import { list } from '../exact.ts'

/** One row of a table: fields with scalars; arrays for sparklines, objects for hover cards. */
export type Row = Readonly<Record<string, unknown>>

/** Reads one row. */
export const rowSchema: z.ZodType<Row> = z.record(z.string(), z.unknown())

/** Reads what a table answers, exactly: an array of row objects. */
export const rowsSchema: z.ZodType<readonly Row[]> = list(rowSchema)

/** Reads rows as others send them: a single object is one row. */
export const receivedRowsSchema: z.ZodType<readonly Row[]> = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : value),
  rowsSchema,
)
