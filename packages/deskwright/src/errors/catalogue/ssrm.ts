import { entry } from '../entry.ts'

const quoteAll = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** What can be wrong with what a grid asks of a server-side table. */
export const ssrmErrors = {
  'ssrm-column-unknown': entry(
    'A grid names a column that the table does not have',
    400,
    (d: { column: string; use: string; known: readonly string[]; nearest: string | undefined }) => ({
      message:
        `The table has no column "${d.column}", which the request names in its ${d.use}.` +
        `${d.nearest === undefined ? '' : ` Did you mean "${d.nearest}"?`} Its columns: ${quoteAll(d.known)}.`,
      hint: 'Use the names of the columns as the rows carry them; upper and lower case differ.',
    }),
  ),
  'ssrm-filter-unfit': entry(
    'A filter does not fit its column',
    400,
    (d: { column: string; columnType: string; filterType: string; comparison: string }) => ({
      message: `Column "${d.column}" holds ${d.columnType}; a ${d.filterType} filter "${d.comparison}" does not apply to it.`,
      hint: 'Numbers take number filters, dates and times date filters, true and false boolean filters; every column takes text and set filters, "blank" and "notBlank".',
    }),
  ),
  'ssrm-filter-value': entry(
    'A filter has no value that its column can be compared with',
    400,
    (d: { column: string; columnType: string; comparison: string; got: string }) => ({
      message: `The filter "${d.comparison}" on column "${d.column}" (${d.columnType}) cannot compare with ${d.got}.`,
      hint: 'Send a number, or a date as 2026-01-31 or 2026-01-31 09:30:00; for empty cells use "blank" or "notBlank".',
    }),
  ),
  'ssrm-pivot-wide': entry('A pivot has too many columns', 400, (d: { columns: readonly string[]; most: number }) => ({
    message: `Pivoting by ${quoteAll(d.columns)} makes more than ${d.most} columns.`,
    hint: 'Pivot by a column with fewer values, or filter first.',
  })),
  'ssrm-database-missing': entry('A widget over a query does not know its database', 500, (d: { name: string }) => ({
    message: `"${d.name}" reads from a query without saying in which database.`,
    hint: 'Pass the database beside the query, { db, from: sql`…` }, or name a table of it: from: db.table("trades").',
  })),
  'ssrm-unsupported': entry('A database has no server-side tables', 500, (d: { dialect: string }) => ({
    message: `The dialect "${d.dialect}" does not say how server-side tables are written.`,
    hint: 'Use duckdb() or postgres(), or give the dialect of the engine a grid.',
  })),
}
