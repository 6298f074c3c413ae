import type { GridApi } from 'ag-grid-community'
import { toText } from './to-text.ts'

/** Writes the rows of a grid as they are filtered and sorted, with the values as they came and not as they are formatted. */
export function toCsv(api: GridApi): string {
  return api.getDataAsCsv({ processCellCallback: ({ value }) => toText(value) }) ?? ''
}
