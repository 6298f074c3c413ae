import type { ColDef, Column, GridApi, GridOptions } from 'ag-grid-community'
import type { Row, WireColumn } from 'deskwright/spec'
import type { RenderContext } from '../renderer.ts'
import { clickCell } from './click-cell.ts'
import { chosenWidths } from './chosen-widths.ts'
import type { ColumnNote, GridCell } from './grid-cell.ts'
import './grid.css'
import './modules.ts'
import { gridTheme } from './theme.ts'

/** Does what a click on a cell does, and tells whether it did anything. */
type ClickCell = (column: WireColumn, row: Row) => boolean

interface CellPlace<Data> {
  readonly colDef: ColDef<Data>
  readonly data?: Data | undefined
}

/** What every grid of ours does: theme, clicks, keys, tooltips, widths. The context is asked for when it is needed. */
export function toGridOptions<Data>(
  context: () => RenderContext,
  onClick: ClickCell = (column, row) => clickCell(column, row, context()),
): GridOptions<Data> {
  const click = (event: CellPlace<Data>) => {
    const cell = cellOf(event)
    return cell !== undefined && onClick(cell.column, cell.row)
  }
  let width = 0
  return {
    theme: gridTheme,
    defaultColDef: { sortable: true, resizable: true, suppressHeaderMenuButton: true },
    // With the grid's size, and a scrollbar that takes room; data that comes again leaves widths as they are.
    autoSizeStrategy: {
      type: 'fitCellContents',
      continuous: true,
      shouldAutoSizeColumns({ api, reason }) {
        if (reason !== 'dataChanged') fitColumns(api)
        return false
      },
    },
    animateRows: false,
    enableCellTextSelection: true,
    suppressCellFocus: false,
    suppressMultiSort: false,
    cellFlashDuration: 250,
    cellFadeDuration: 450,
    tooltipShowDelay: 250,
    tooltipInteraction: true,
    overlayNoRowsTemplate: '<span class="grid-empty">No rows</span>',
    onCellClicked: (event) => void click(event),
    onCellKeyDown: (event) => {
      const key = event.event instanceof KeyboardEvent ? event.event.key : ''
      if ((key === 'Enter' || key === ' ') && click(event as CellPlace<Data>)) event.event?.preventDefault()
    },
    onFirstDataRendered: ({ api }) => fitColumns(api),
    onGridSizeChanged: ({ api, clientWidth }) => {
      // What was filled while it was hidden has no widths yet.
      if (width === 0 && clientWidth > 0) fitColumns(api)
      width = clientWidth
    },
    onColumnResized: ({ api, finished, columns, source }) => {
      if (source === 'uiColumnResized') for (const column of columns ?? []) chosenWidths(api).add(column.getColId())
      if (finished && columns !== null)
        api.refreshCells({ columns: columns.filter(isDrawn).map((column) => column.getColId()), force: true })
    },
  }
}

/** Gives columns without a width the width of what they show, and shares out the room that is left. */
export function fitColumns<Data>(api: GridApi<Data>): void {
  const free = (api.getColumns() ?? []).filter(
    (column) => column.getColDef().initialWidth === undefined && !chosenWidths(api).has(column.getColId()),
  )
  if (free.length === 0) return
  api.autoSizeColumns({
    colIds: free.map((column) => column.getColId()),
    // Numbers that stand far from what they belong to are hard to read.
    columnLimits: free.filter(isNumber).map((column) => ({ colId: column.getColId(), maxWidth: 200 })),
    defaultMaxWidth: 420,
    scaleUpToFitGridWidth: true,
  })
}

function isNumber(column: Column): boolean {
  return column.getColDef().headerClass === 'grid-number'
}

function cellOf<Data>({ colDef, data }: CellPlace<Data>): GridCell | undefined {
  const note = colDef.context as ColumnNote | undefined
  return data === undefined ? undefined : note?.findCell(data as never)
}

/** Whether a column's cells are drawn for a width. */
function isDrawn(column: Column): boolean {
  return column.getColDef().cellRendererSelector !== undefined
}
