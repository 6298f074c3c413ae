import type { GridApi } from 'ag-grid-community'
import type { WireColumn } from 'deskwright/spec'
import type { RenderContext } from '../renderer.ts'
import { arrangeColumns } from './arrange-columns.ts'
import { type Arrangement, readArrangement, writeArrangement } from './arrangement.ts'
import { chosenWidths } from './chosen-widths.ts'
import { type Filters, readFilters } from './read-filters.ts'

/** What the user arranged in a table: it comes with the widget's place, and is told back when it changes. */
export interface TableState {
  /** Puts columns as they were arranged. */
  arrange(columns: readonly WireColumn[]): readonly WireColumn[]
  /** Sets the kept filters, once: when there are columns to filter. */
  restoreFilters(columns: readonly WireColumn[]): void
  /** The columns whose groups are shown, outermost first, where somebody chose them. */
  readonly groups: readonly string[] | undefined
  keepGroups(fields: readonly string[]): void
  /** Keeps the columns as they are now: after a change that the grid does not know to be the user's. */
  keep(): void
  /** Forgets all that was arranged. */
  forget(): void
}

/** Follows what the user does to a grid. While the grid does not show the table's own columns, nothing of it is kept. */
export function createTableState<Data>(
  api: GridApi<Data>,
  context: () => RenderContext,
  showsOwnColumns: () => boolean = () => true,
): TableState {
  let { columnState: states, filterModel: waiting } = context().state
  let arrangement = readArrangement(states)
  let foreign: Filters = {}

  function put(changed: Arrangement): void {
    arrangement = { ...arrangement, ...changed }
    states = writeArrangement(states, arrangement)
    context().keepState({ columnState: states })
  }
  const keep = () => {
    if (showsOwnColumns()) put(toArrangement(api, arrangement))
  }
  // Code changes columns too; only people's changes have a name that starts so.
  const keepOwn = ({ source, finished = true }: { readonly source: string; readonly finished?: boolean }) => {
    if (source.startsWith('ui') && finished) keep()
  }
  for (const name of ['columnMoved', 'columnPinned', 'columnResized', 'columnVisible', 'sortChanged'] as const)
    api.addEventListener(name, keepOwn)
  api.addEventListener('filterChanged', ({ source }) => {
    if (source !== 'columnFilter' || !showsOwnColumns()) return
    const model = { ...foreign, ...(api.getFilterModel() as Filters) }
    context().keepState({ filterModel: Object.keys(model).length === 0 ? undefined : model })
  })

  return {
    arrange: (columns) => arrangeColumns(columns, arrangement),
    restoreFilters(columns) {
      if (waiting === undefined || columns.length === 0) return
      const { known, foreign: others } = readFilters(waiting, columns)
      waiting = undefined
      foreign = others
      if (Object.keys(known).length > 0) api.setFilterModel(known)
    },
    get groups() {
      return arrangement.rowGroup?.groupColIds
    },
    keepGroups: (fields) => put({ rowGroup: { groupColIds: fields } }),
    keep,
    forget() {
      ;[arrangement, states, foreign] = [{}, undefined, {}]
      chosenWidths(api).clear()
      api.setFilterModel(null)
      context().keepState({ columnState: undefined, filterModel: undefined })
    },
  }
}

function toArrangement<Data>(api: GridApi<Data>, before: Arrangement): Arrangement {
  const columns = api.getColumnState()
  const sides = (side: string) => columns.flatMap(({ colId, pinned }) => (pinned === side ? [colId] : []))
  const sorted = columns
    .flatMap(({ colId, sort, sortIndex }) => (sort ? [{ colId, sort, rank: sortIndex ?? 0 }] : []))
    .toSorted((a, b) => a.rank - b.rank)
  const widths = new Map(before.columnSizing?.columnSizingModel.map(({ colId, width }) => [colId, width]))
  for (const colId of chosenWidths(api)) {
    const width = columns.find((column) => column.colId === colId)?.width ?? undefined
    if (width !== undefined) widths.set(colId, Math.round(width))
  }
  return {
    sort: { sortModel: sorted.map(({ colId, sort }) => ({ colId, sort })) },
    columnPinning: { leftColIds: sides('left'), rightColIds: sides('right') },
    columnOrder: { orderedColIds: columns.map(({ colId }) => colId) },
    columnVisibility: { hiddenColIds: columns.flatMap(({ colId, hide }) => (hide === true ? [colId] : [])) },
    ...(widths.size === 0
      ? {}
      : { columnSizing: { columnSizingModel: [...widths].map(([colId, width]) => ({ colId, width })) } }),
  }
}
