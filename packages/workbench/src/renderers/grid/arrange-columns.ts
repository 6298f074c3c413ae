import type { WireColumn } from 'deskwright/spec'
import type { Arrangement } from './arrangement.ts'

/** Puts columns as they were arranged: order, pins, widths, sorting, and which are hidden. Columns it does not know come last. */
export function arrangeColumns(columns: readonly WireColumn[], arrangement: Arrangement): readonly WireColumn[] {
  const order = arrangement.columnOrder?.orderedColIds ?? []
  const rank = ({ field }: WireColumn) => (order.includes(field) ? order.indexOf(field) : order.length)
  return columns.map((column) => arrange(column, arrangement)).toSorted((a, b) => rank(a) - rank(b))
}

function arrange(column: WireColumn, arrangement: Arrangement): WireColumn {
  const { field } = column
  const { columnPinning, columnVisibility, columnSizing, sort } = arrangement
  const { pinned, sort: ownSort, sortIndex: ownIndex, ...free } = column
  const side = columnPinning?.leftColIds.includes(field)
    ? 'left'
    : columnPinning?.rightColIds.includes(field)
      ? 'right'
      : undefined
  const place = columnPinning === undefined ? pinned : side
  const index = sort?.sortModel.findIndex(({ colId }) => colId === field) ?? -1
  const direction = sort === undefined ? ownSort : sort.sortModel[index]?.sort
  const width = columnSizing?.columnSizingModel.find(({ colId }) => colId === field)?.width
  const rank = sort === undefined ? ownIndex : index
  return {
    ...free,
    ...(place === undefined ? {} : { pinned: place }),
    ...(columnVisibility === undefined ? {} : { hide: columnVisibility.hiddenColIds.includes(field) }),
    ...(width === undefined ? {} : { width }),
    ...(direction === undefined ? {} : { sort: direction, ...(rank === undefined ? {} : { sortIndex: rank }) }),
  }
}
