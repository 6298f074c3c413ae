import { z } from 'zod'
import { list } from '../exact.ts'

/** One row of a table: fields with scalars; arrays for sparklines, objects for hover cards. */
export type Row = Readonly<Record<string, unknown>>

/** Reads one row. */
export const rowSchema: z.ZodType<Row> = z.record(z.string(), z.unknown())

/** Reads what a table answers, exactly: an array of row objects. */
export const rowsSchema: z.ZodType<readonly Row[]> = list(rowSchema)
