import { createGrid, type GridApi, type IDatasource, type IGetRowsParams } from 'ag-grid-community'
import type { Row, SsrmRequest, WireColumn } from 'deskwright/spec'
import { checkColumns } from '../grid/check-columns.ts'
import { clickCell } from '../grid/click-cell.ts'
import { toColumnDefinitions } from '../grid/column-definitions.ts'
import { createColumnsPanel } from '../grid/columns-panel.ts'
import { element } from '../grid/element.ts'
import { findLoadedValues } from '../grid/find-loaded-values.ts'
import { fitColumns, toGridOptions } from '../grid/grid-options.ts'
import { readField } from '../grid/read-field.ts'
import { toColumns } from '../grid/infer-columns.ts'
import { toCsv } from '../grid/to-csv.ts'
import { toTableColumns } from '../grid/table-columns.ts'
import { createTableState } from '../grid/table-state.ts'
import { toText } from '../grid/to-text.ts'
import type { Mounted, RenderContext, Renderer } from '../renderer.ts'
import { askPage } from './ask-page.ts'
import type { SsrmPage } from './read-ssrm-answer.ts'
import { createSsrmBar } from './ssrm-bar.ts'
import { groupAt, type GroupPath, type PageRequest, toFirstRequest, toSsrmRequest } from './ssrm-request.ts'

/** Shows a table whose rows are asked for when they are looked at. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'AG Grid’s free edition on its infinite row model: the requests are those of Workspace, but groups are opened one at a time, with a trail back, instead of in place, and there is no pivoting.',
  loadsItself: true,
  mount: (root, _data, context) => mountSsrmTable(root, context),
}

/** So many values of a column are offered by its filter. */
const mostValues = 1000

const empty: IDatasource = { getRows: (page) => page.successCallback([], 0) }

function mountSsrmTable(root: HTMLElement, first: RenderContext): Mounted {
  let context = first
  let pageSize = 500
  /** The columns of the table's own rows. */
  let columns: readonly WireColumn[] = []
  let path: GroupPath = { groups: [], keys: [] }
  /** The first page of this level, until the grid asks for it. */
  let waiting: { readonly page: SsrmPage; readonly filters: string } | undefined
  let stop = new AbortController()
  let stopped = false

  const body = element('div', { class: 'grid-body' })
  const failure = element('div', { class: 'grid-failure', role: 'alert', hidden: '' })
  const bar = createSsrmBar({ move, goTo, setPageSize })
  const whole = element('div', { class: 'grid-widget' }, bar.line, failure, body)
  root.replaceChildren(whole)
  const api: GridApi<Row> = createGrid(body, {
    ...toGridOptions<Row>(
      () => context,
      (column, row) => openGroup(column, row) || clickCell(column, row, context),
    ),
    rowModelType: 'infinite',
    cacheBlockSize: pageSize,
    maxBlocksInCache: 10,
    maxConcurrentDatasourceRequests: 2,
    blockLoadDebounceMillis: 40,
    cacheOverflowSize: 1,
    infiniteInitialRowCount: 1,
  })

  const state = createTableState(
    api,
    () => context,
    () => groupAt(path) === undefined,
  )
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
      void load()
    },
  })
  whole.append(panel.panel)

  /** Starts again: the first page tells what columns there are. */
  async function load(): Promise<void> {
    stop.abort()
    const { signal } = (stop = new AbortController())
    const asked = toFirstRequest(pageSize, context.values['query']) as { startRow: number; endRow: number }
    const page = await askPage(context, asked, signal)
    if (signal.aborted) return
    const { table } = context.widget.data ?? {}
    columns = toTableColumns(page.rows, table)
    if (!show(page)) return api.setGridOption('datasource', empty)
    for (const problem of checkColumns(page.rows, columns)) context.report(problem)
    const defined = columns.filter(({ rowGroup }) => rowGroup === true)
    const chosen = state.groups?.flatMap((field) => columns.find((column) => column.field === field) ?? [])
    const groups = chosen ?? defined
    if (groups.length > 0) return await enter({ groups, keys: [] })
    path = { groups: [], keys: [] }
    waiting = { page, filters: '{}' }
    showLevel(columns)
  }

  /** Goes to a level of the groups; its first page tells what its rows hold. */
  async function enter(next: GroupPath): Promise<void> {
    stop.abort()
    const { signal } = (stop = new AbortController())
    const filterModel = keptFilters()
    const page = await askPage(
      context,
      ask({ startRow: 0, endRow: pageSize, sortModel: [], filterModel }, next),
      signal,
    )
    if (signal.aborted || !show(page)) return
    path = next
    waiting = { page, filters: JSON.stringify(filterModel) }
    const group = groupAt(path)
    showLevel(group === undefined ? columns : toLevelColumns(page.rows, group))
  }

  /** Groups have their own column first, then whatever the answer says of them. */
  function toLevelColumns(rows: readonly Row[], group: WireColumn): readonly WireColumn[] {
    const has = ({ field }: WireColumn) =>
      field !== group.field && rows.some((row) => readField(row, field) !== undefined)
    return toColumns(rows, [group, ...columns.filter(has)], true)
  }

  function showLevel(shown: readonly WireColumn[]): void {
    bar.show(path, columns)
    bar.showCount(waiting?.page.count ?? -1)
    const group = groupAt(path)?.field
    const arranged = group === undefined ? state.arrange(shown) : shown
    const definitions = toColumnDefinitions(arranged, findValues).map((definition) =>
      definition.colId === group ? { ...definition, cellClass: 'grid-click' } : definition,
    )
    api.setGridOption('columnDefs', definitions)
    if (group === undefined) state.restoreFilters(shown)
    api.setGridOption('datasource', { getRows: (page) => void getRows(page) })
    fitColumns(api)
  }

  async function getRows(page: IGetRowsParams): Promise<void> {
    const { startRow, endRow, sortModel, filterModel } = page
    const same = startRow === 0 && sortModel.length === 0 && JSON.stringify(filterModel) === waiting?.filters
    const held = same ? waiting?.page : undefined
    waiting = undefined
    const request = { startRow, endRow, sortModel, filterModel } as PageRequest
    const { signal } = stop
    const found = held ?? (await askPage(context, ask(request, path), signal))
    if (signal.aborted) return
    if (held === undefined && !show(found)) return page.failCallback()
    bar.showCount(found.count)
    page.successCallback([...found.rows], found.count)
    if (startRow === 0) fitColumns(api)
  }

  function ask(page: PageRequest, at: GroupPath): SsrmRequest {
    return toSsrmRequest(page, at, columns, context.values['query'])
  }

  /** Shows what is wrong with a page, and tells whether there is something to see. */
  function show({ problems, failure: message }: SsrmPage): boolean {
    for (const problem of problems) context.report(problem)
    failure.hidden = message === undefined
    const retry = element('button', { type: 'button' }, 'Try again')
    retry.addEventListener('click', () => void load())
    if (message !== undefined) failure.replaceChildren(element('span', {}, message), retry)
    return message === undefined
  }

  function openGroup(column: WireColumn, row: Row): boolean {
    const group = groupAt(path)
    if (group === undefined || column.field !== group.field) return false
    const key = readField(row, group.field)
    void enter({ groups: path.groups, keys: [...path.keys, key === null || key === undefined ? null : toText(key)] })
    return true
  }

  function move(next: GroupPath): void {
    if (next.groups !== path.groups) state.keepGroups(next.groups.map(({ field }) => field))
    void (next.groups.length === 0 ? load() : enter(next))
  }

  /** The values of a column are its groups: the server finds them. */
  async function findValues(column: WireColumn): Promise<readonly (string | null)[]> {
    const { [column.field]: _own, ...filterModel } = keptFilters() as Readonly<Record<string, never>>
    const page = { startRow: 0, endRow: mostValues, sortModel: [], filterModel }
    const { rows } = await askPage(context, ask(page, { groups: [column], keys: [] }), stop.signal)
    return findLoadedValues(rows, column)
  }

  function keptFilters(): SsrmRequest['filterModel'] {
    return api.getFilterModel()
  }

  function goTo(row: number): void {
    if (api.isLastRowIndexKnown() === false) api.setRowCount(row, false)
    api.ensureIndexVisible(Math.min(row, api.getDisplayedRowCount()) - 1, 'top')
  }

  function setPageSize(rows: number): void {
    pageSize = rows
    api.setGridOption('cacheBlockSize', rows)
    void load()
  }

  /** Several reasons to load in one turn make one request. */
  let due = false
  function loadSoon(): void {
    if (due) return
    due = true
    queueMicrotask(() => {
      due = false
      if (!stopped) void load()
    })
  }

  loadSoon()
  return {
    update(_data, next) {
      const sameLook = next.theme === context.theme
      const sameValues = JSON.stringify(next.values) === JSON.stringify(context.values)
      context = next
      // With a run button, other values wait for it.
      if (sameValues ? sameLook : next.widget.runButton !== true) loadSoon()
    },
    toCsv: () => toCsv(api),
    actions: [{ label: 'Columns', run: () => panel.open() }],
    destroy() {
      stopped = true
      stop.abort()
      api.destroy()
    },
  }
}
