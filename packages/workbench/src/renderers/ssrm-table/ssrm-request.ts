import type { SsrmRequest, WireColumn } from 'deskwright/spec'

/** Where in the groups the grid is. */
export interface GroupPath {
  /** The grouping columns, outermost first. */
  readonly groups: readonly WireColumn[]
  /** The keys of the opened groups. */
  readonly keys: readonly (string | null)[]
}

/** The part of a request that the grid knows. */
export type PageRequest = Pick<SsrmRequest, 'startRow' | 'endRow' | 'sortModel' | 'filterModel'>

/** The column whose values are the rows of this level; none when the rows are those of the table. */
export function groupAt({ groups, keys }: GroupPath): WireColumn | undefined {
  return groups[keys.length]
}

/** Writes the body that Workspace's grid sends for a page. */
export function toSsrmRequest(
  page: PageRequest,
  path: GroupPath,
  columns: readonly WireColumn[],
  query: unknown,
): SsrmRequest {
  const { startRow, endRow, sortModel, filterModel } = page
  return {
    startRow,
    endRow,
    rowGroupCols: path.groups.map(name),
    valueCols: columns.flatMap(({ aggFunc, ...column }) => (aggFunc === undefined ? [] : { ...name(column), aggFunc })),
    pivotCols: [],
    pivotMode: false,
    groupKeys: [...path.keys],
    filterModel,
    sortModel,
    ...toQuery(query),
  }
}

/** Writes the first body, which finds out what columns there are. */
export function toFirstRequest(endRow: number, query: unknown): Readonly<Record<string, unknown>> {
  return { startRow: 0, endRow, ...toQuery(query) }
}

/** The text of the widget's query editor goes into the body as well. */
function toQuery(query: unknown): { readonly query?: string } {
  return typeof query === 'string' && query !== '' ? { query } : {}
}

function name({ field, headerName }: WireColumn) {
  return { id: field, displayName: headerName, field }
}
