import type { AcceptedWidget, WireColumn } from 'deskwright/spec'
import type { Item } from './desk.ts'

/** What is understood of AG Grid's state of columns. */
interface ColumnState {
  readonly columnPinning?: { readonly leftColIds?: readonly string[]; readonly rightColIds?: readonly string[] }
  readonly columnOrder?: { readonly orderedColIds?: readonly string[] }
  readonly columnVisibility?: { readonly hiddenColIds?: readonly string[] }
  readonly sort?: { readonly sortModel?: readonly { readonly colId: string; readonly sort: 'asc' | 'desc' }[] }
}

/** Gives a widget what an app says of this place of it: the chart view, and the order, pins and sorting of its columns. */
export function applyState(widget: AcceptedWidget, { chartView, columnState }: Item['state']): AcceptedWidget {
  const table = widget.data?.table
  const columns = table?.columnsDefs
  const arranged = columns === undefined ? {} : { columnsDefs: arrangeColumns(columns, toColumnState(columnState)) }
  // Exports say of every table that it is no chart, which says nothing.
  const speaks = chartView !== undefined && (chartView.enabled === true || table?.chartView !== undefined)
  const view = speaks ? { chartView: { ...table?.chartView, ...chartView } } : {}
  if (!speaks && columnState === undefined) return widget
  return { ...widget, data: { ...widget.data, table: { ...table, ...arranged, ...view } } }
}

function toColumnState(states: Item['state']['columnState'] = {}): ColumnState {
  return states['default'] ?? states['default_undefined'] ?? Object.values(states)[0] ?? {}
}

function arrangeColumns(columns: readonly WireColumn[], state: ColumnState): readonly WireColumn[] {
  const { leftColIds = [], rightColIds = [] } = state.columnPinning ?? {}
  const order = state.columnOrder?.orderedColIds ?? []
  const hidden = state.columnVisibility?.hiddenColIds
  const sorted = state.sort?.sortModel
  const changed = columns.map((column): WireColumn => {
    const { field } = column
    const { pinned, ...free } = column
    const side = leftColIds.includes(field) ? 'left' : rightColIds.includes(field) ? 'right' : undefined
    const kept = state.columnPinning === undefined ? pinned : side
    const sortIndex = sorted?.findIndex(({ colId }) => colId === field) ?? -1
    const sort = sorted?.[sortIndex]?.sort
    return {
      ...free,
      ...(kept === undefined ? {} : { pinned: kept }),
      ...(hidden === undefined ? {} : { hide: hidden.includes(field) }),
      ...(sort === undefined ? {} : { sort, sortIndex }),
    }
  })
  const rank = ({ field }: WireColumn) => (order.includes(field) ? order.indexOf(field) : order.length)
  return changed.toSorted((a, b) => rank(a) - rank(b))
}
