import { createGrid, type GridApi, type IRowNode } from 'ag-grid-community'
import type { Row, WireColumn } from 'deskwright/spec'
import { drawsBy } from '../grid/cell-value.ts'
import { checkColumns } from '../grid/check-columns.ts'
import { toColumnDefinitions } from '../grid/column-definitions.ts'
import { createColumnsPanel } from '../grid/columns-panel.ts'
import { element } from '../grid/element.ts'
import { findLoadedValues } from '../grid/find-loaded-values.ts'
import { fitColumns, toGridOptions } from '../grid/grid-options.ts'
import { readField } from '../grid/read-field.ts'
import { toTableColumns } from '../grid/table-columns.ts'
import { createTableState } from '../grid/table-state.ts'
import { toCsv } from '../grid/to-csv.ts'
import { toRows } from '../grid/to-rows.ts'
import type { Mounted, RenderContext, Renderer, RenderProblem } from '../renderer.ts'
import { createLiveRows, type Direction, type LiveRows, readLiveMessage } from './live-rows.ts'
import { createLiveSocket, type LiveState } from './live-socket.ts'
import { createToRowKey } from './row-key.ts'
import { toStateText } from './state-line.ts'

/** Shows rows that a socket changes. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'AG Grid’s free edition. The state of the connection is shown, and a lost one is opened again after 1, 2, 4, 8, 15 and then every 30 seconds.',
  mount: (root, data, context) => mountLiveGrid(root, data, context),
}

/** Milliseconds between two sortings of rows that changed; drawing them is not bound to it. */
const sortPause = 500

function mountLiveGrid(root: HTMLElement, data: unknown, first: RenderContext): Mounted {
  let context = first
  let columns: readonly WireColumn[] = []
  let live: LiveRows = createLiveRows([], [], undefined)
  let directions: ReadonlyMap<Row, ReadonlyMap<string, Direction>> = new Map()
  let frame = 0
  let sortedAt = 0
  let told = new Set<string>()
  let problems: readonly RenderProblem[] = []

  const line = element('span', { class: 'live-state', role: 'status' })
  const bar = element('div', { class: 'grid-bar' }, line)
  const body = element('div', { class: 'grid-body' })
  const whole = element('div', { class: 'grid-widget' }, bar, body)
  root.replaceChildren(whole)
  const api: GridApi<Row> = createGrid<Row>(body, { ...toGridOptions<Row>(() => context), rowData: [] })

  const state = createTableState(api, () => context)
  const panel = createColumnsPanel({
    api,
    columns: () => columns,
    onChange() {
      state.keep()
      fitColumns(api)
    },
    onReset() {
      state.forget()
      api.setGridOption('columnDefs', [])
      showRows(answer)
    },
  })
  whole.append(panel.panel)

  const socket = createLiveSocket({
    connect: () => context.connect(context.widget.wsEndpoint ?? ''),
    onState: showState,
    onMessage(message) {
      const { updates, problem } = readLiveMessage(message)
      if (problem !== undefined) tellOnce(problem)
      live.apply(updates)
      frame ||= requestAnimationFrame(draw)
    },
  })

  function showState(state: LiveState): void {
    line.textContent = toStateText(state)
    line.dataset['state'] = state.kind
    if (state.kind === 'waiting') tellOnce(`The socket is closed: ${state.reason}`)
  }

  function tellOnce(message: string): void {
    if (told.has(message)) return
    told.add(message)
    context.report({ severity: 'error', message, path: 'socket' })
  }

  function showRows(answer: unknown): void {
    const { rows, problems: found } = toRows(answer)
    const { table } = context.widget.data ?? {}
    columns = toTableColumns(rows, table)
    problems = [...found, ...checkColumns(rows, columns)]
    live = createLiveRows(rows, table?.columnsDefs ?? columns, createToRowKey(context.widget))
    showGrid()
  }

  function showGrid(): void {
    const findValues = async (column: WireColumn) => findLoadedValues(live.rows, column)
    const arranged = state.arrange(columns)
    const columnDefs = toColumnDefinitions(arranged, findValues).map((definition, index) => ({
      ...definition,
      ...toFlash(arranged[index]!, definition.cellClassRules ?? {}),
    }))
    api.updateGridOptions({ columnDefs, rowData: [...live.rows] })
    state.restoreFilters(columns)
    fitColumns(api)
  }

  function toFlash(column: WireColumn, cellClassRules: Readonly<Record<string, unknown>>) {
    if (!drawsBy(column, 'showCellChange')) return {}
    const is = (direction: Direction) => (cell: { data?: Row | undefined }) =>
      cell.data !== undefined && directionOf(column, cell.data) === direction
    return {
      cellClassRules: { ...(cellClassRules as object), 'grid-up': is('up'), 'grid-down': is('down') },
    }
  }

  /** A change is coloured by the sign of the field that the column names, else by its own direction. */
  function directionOf({ field, renderFnParams }: WireColumn, row: Row): Direction | undefined {
    const key = renderFnParams?.colorValueKey
    const value = key === undefined ? undefined : readField(row, key)
    if (typeof value === 'number') return value > 0 ? 'up' : value < 0 ? 'down' : 'other'
    return directions.get(row)?.get(field)
  }

  /** Draws what changed since the last frame, once, and only the rows on the screen. */
  function draw(now: number): void {
    frame = 0
    const { changed, added, unknown } = live.takeChanges()
    if (unknown > 0) tellUnknown()
    if (added.length > 0 && columns.length === 0) {
      // The answer had no rows and the widget defines no columns: the first rows of the socket tell which there are.
      columns = toTableColumns(added, context.widget.data?.table)
      showGrid()
    } else if (added.length > 0) api.applyTransaction({ add: [...added] })
    directions = changed
    const rowNodes = api.getRenderedNodes().filter(({ data }) => data !== undefined && changed.has(data))
    if (rowNodes.length > 0) {
      refresh(rowNodes)
      flash(rowNodes)
    }
    if (now - sortedAt > sortPause && changed.size > 0) {
      sortedAt = now
      if (api.getColumnState().some(({ sort }) => sort !== null) || api.isAnyFilterPresent())
        api.refreshClientSideRowModel('filter')
    }
  }

  function refresh(rowNodes: IRowNode<Row>[]): void {
    api.refreshCells({ rowNodes, suppressFlash: true })
    // Cells that take their colour from another field do not know that it changed.
    const led = columns.filter(({ renderFnParams }) => renderFnParams?.colorValueKey !== undefined)
    if (led.length > 0)
      api.refreshCells({ rowNodes, columns: led.map(({ field }) => field), force: true, suppressFlash: true })
  }

  /** Each column that shows changes flashes where it changed. */
  function flash(rowNodes: IRowNode<Row>[]): void {
    for (const column of columns) {
      if (!drawsBy(column, 'showCellChange')) continue
      const hit = rowNodes.filter(({ data }) => data !== undefined && directions.get(data)?.has(column.field) === true)
      if (hit.length > 0) api.flashCells({ rowNodes: hit, columns: [column.field] })
    }
  }

  function tellUnknown(): void {
    tellOnce('Updates came for rows that are not in the table; they are left out, as in Workspace')
  }

  /** The frame forgets what was wrong whenever it tells of something new. */
  function reportProblems(): void {
    told = new Set()
    for (const problem of problems) context.report(problem)
  }

  let answer = data
  showRows(data)
  reportProblems()
  socket.sendParams(context.values)
  let sent = JSON.stringify(context.values)
  return {
    update(next, nextContext) {
      context = nextContext
      const before = answer
      answer = next
      if (next !== before) showRows(next)
      reportProblems()
      const values = JSON.stringify(context.values)
      if (values !== sent) socket.sendParams(context.values)
      sent = values
    },
    toCsv: () => toCsv(api),
    actions: [{ label: 'Columns', run: () => panel.open() }],
    destroy() {
      cancelAnimationFrame(frame)
      socket.close()
      api.destroy()
    },
  }
}
