import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import { actionOf } from './click-cell.ts'
import { toCellColor } from './cell-color.ts'
import { cellValue, drawsBy } from './cell-value.ts'
import { formatValue } from './format-value.ts'
import type { ColumnNote, FindCell, GridCell } from './grid-cell.ts'
import { HoverCard } from './hover-card.ts'
import { isObject, readField } from './read-field.ts'
import { drawSparkline } from './sparkline/draw-sparkline.ts'

/** Longer texts are cut by most columns; a tooltip has the whole. */
const long = 28

/** Defines how cells are drawn, wherever the grid has them: value, text, colours, small charts, cards and clicks. */
export function defineCells<Data>(findCell: FindCell<Data>): ColDef<Data> {
  const find = (data: Data | undefined) => (data === undefined ? undefined : findCell(data))
  return {
    cellDataType: false,
    valueGetter: ({ data }) => use(find(data), ({ column, row }) => cellValue(column, row)),
    valueFormatter: ({ data, value }) => use(find(data), ({ column }) => formatValue(value, column)) ?? '',
    cellStyle: ({ data }) => use(find(data), toStyle) ?? null,
    cellClassRules: {
      'grid-number': ({ data }) => use(find(data), isRight) ?? false,
      'grid-center': ({ data }) => find(data)?.column.align === 'center',
      'grid-click': ({ data }) => use(find(data), ({ column }) => actionOf(column) !== undefined) ?? false,
      'grid-card': ({ data }) => use(find(data), hasCard) ?? false,
    },
    cellRendererSelector: ({ data }) =>
      find(data)?.column.sparkline === undefined ? undefined : { component: drawChart, params: { findCell } },
    tooltipValueGetter: ({ data, valueFormatted }) =>
      use(find(data), (cell) => (hasCard(cell) ? cell : toTooltip(cell, valueFormatted ?? ''))),
    tooltipComponent: HoverCard,
    context: { findCell } satisfies ColumnNote,
  }
}

function use<Result>(cell: GridCell | undefined, take: (cell: GridCell) => Result): Result | undefined {
  return cell === undefined ? undefined : take(cell)
}

function toStyle({ column, row }: GridCell): Record<string, string> {
  const color = toCellColor(column, row)
  const background = color?.fill === true ? `color-mix(in srgb, ${color.color} 32%, transparent)` : ''
  return { color: color === undefined || color.fill ? '' : color.color, backgroundColor: background }
}

function isRight({ column }: GridCell): boolean {
  return column.align === undefined ? column.cellDataType === 'number' : column.align === 'right'
}

function hasCard({ column, row }: GridCell): boolean {
  return drawsBy(column, 'hoverCard') && isObject(readField(row, column.field))
}

/** The exact value where the cell shows a rounded or cut one. */
function toTooltip({ column, row }: GridCell, text: string): string | undefined {
  const value = cellValue(column, row)
  if (column.sparkline !== undefined) return undefined
  if (typeof value === 'number') return text.replaceAll(',', '').includes(String(value)) ? undefined : String(value)
  return text.length > long ? text.slice(0, 2000) : undefined
}

function drawChart<Data>({ data, column, node, findCell }: ICellRendererParams<Data> & { findCell: FindCell<Data> }) {
  const cell = data === undefined ? undefined : findCell(data)
  if (cell?.column.sparkline === undefined) return ''
  const size = { width: (column?.getActualWidth() ?? 100) - 12, height: (node.rowHeight ?? 25) - 2 }
  return drawSparkline(cellValue(cell.column, cell.row), cell.column.sparkline, size) as unknown as HTMLElement
}
