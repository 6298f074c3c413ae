import { createGrid, type GridApi } from 'ag-grid-community'
import type { Row, WireChartView, WireColumn } from 'deskwright/spec'
import { checkColumns, checkGroups } from '../grid/check-columns.ts'
import { toColumnDefinitions } from '../grid/column-definitions.ts'
import { createColumnsPanel } from '../grid/columns-panel.ts'
import { element } from '../grid/element.ts'
import { findLoadedValues } from '../grid/find-loaded-values.ts'
import { fitColumns, toGridOptions } from '../grid/grid-options.ts'
import { toTableColumns } from '../grid/table-columns.ts'
import { createTableState } from '../grid/table-state.ts'
import { toCsv } from '../grid/to-csv.ts'
import { toRows } from '../grid/to-rows.ts'
import { mostTransposed, transpose } from '../grid/transposed.ts'
import type { Mounted, RenderContext, Renderer, RenderProblem } from '../renderer.ts'
import { chartViewOf, offersChart } from './chart-view/chart-view-of.ts'
import { mountChart, type TableChart } from './chart-view/mount-chart.ts'

/** Shows rows as a table or as a chart of the table. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'AG Grid’s free edition: charts are drawn by Plotly and of the whole table, rows are not grouped (rowGroup), columns are chosen in the widget’s menu instead of a side panel, formulas are missing, sparklines have no tooltips, and code in customFormatter is not run.',
  mount: (root, data, context) => mountTable(root, data, context),
}

function mountTable(root: HTMLElement, data: unknown, first: RenderContext): Mounted {
  let context = first
  let rows: readonly Row[] = []
  let columns: readonly WireColumn[] = []
  let problems: readonly RenderProblem[] = []
  let shape = ''

  const gridBody = element('div', { class: 'grid-body' })
  const chartBody = element('div', { class: 'grid-body', hidden: '' })
  const toggle = element('button', { type: 'button' })
  const bar = element('div', { class: 'grid-bar', hidden: '' }, toggle)
  const whole = element('div', { class: 'grid-widget' }, bar, gridBody, chartBody)
  root.replaceChildren(whole)
  const api: GridApi<Row> = createGrid(gridBody, {
    ...toGridOptions<Row>(() => context),
    rowData: [],
    onFilterChanged: () => void drawChart(),
    onSortChanged: () => void drawChart(),
  })
  const isTransposed = () => context.widget.data?.table?.transpose === true
  const state = createTableState(
    api,
    () => context,
    () => !isTransposed(),
  )
  const panel = createColumnsPanel({
    api,
    columns: () => columns,
    onChange() {
      state.keep()
      fitColumns(api)
      void drawChart()
    },
    onReset() {
      state.forget()
      shape = ''
      api.setGridOption('columnDefs', [])
      showRows(answer)
      void drawChart()
    },
  })
  whole.append(panel.panel)
  let chart: TableChart | undefined
  let view = chartViewOf(first)
  let asChart = offersChart(first) && view.enabled === true
  toggle.addEventListener('click', () => {
    asChart = !asChart
    showView()
    keepView({ chartType: chart?.type() ?? view.chartType ?? 'line' })
  })

  function keepView(changed: WireChartView): void {
    view = { ...context.state.chartView, enabled: asChart, ...changed }
    context.keepState({ chartView: view })
  }

  function showRows(answer: unknown): void {
    const read = toRows(answer)
    rows = read.rows
    const { table } = context.widget.data ?? {}
    columns = toTableColumns(rows, table)
    problems = [...read.problems, ...checkColumns(rows, columns), ...checkGroups(columns)]
    if (isTransposed()) showTransposed()
    else showUpright()
  }

  function showUpright(): void {
    const next = JSON.stringify(columns)
    if (next === shape) return api.setGridOption('rowData', [...rows])
    shape = next
    const findValues = async (column: WireColumn) => findLoadedValues(rows, column)
    const columnDefs = toColumnDefinitions(state.arrange(columns), findValues)
    api.updateGridOptions({ columnDefs, rowData: [...rows] })
    state.restoreFilters(columns)
    fitColumns(api)
  }

  function showTransposed(): void {
    if (rows.length > mostTransposed) {
      const message = `A transposed table shows its first ${mostTransposed} rows of ${rows.length}`
      const hint = 'Answer fewer rows, or leave transpose out.'
      problems = [...problems, { severity: 'warning', message, hint }]
    }
    const { rows: rowData, definitions } = transpose(state.arrange(columns), rows)
    // The grid holds columns as its rows for once.
    const sideways = api as unknown as GridApi<(typeof rowData)[number]>
    sideways.updateGridOptions({ columnDefs: definitions, rowData: [...rowData] })
    fitColumns(api)
  }

  function showView(): void {
    bar.hidden = !offersChart(context)
    toggle.textContent = asChart ? 'Table' : 'Chart'
    gridBody.hidden = asChart
    chartBody.hidden = !asChart
    if (asChart && chart === undefined) {
      chart = mountChart(chartBody, context, (chartType) => keepView({ chartType }))
      bar.append(chart.choice)
    }
    if (chart !== undefined) chart.choice.hidden = !asChart
    void drawChart()
  }

  async function drawChart(): Promise<void> {
    if (!asChart || chart === undefined) return
    const shown: Row[] = []
    if (isTransposed()) shown.push(...rows)
    else api.forEachNodeAfterFilterAndSort(({ data }) => data !== undefined && shown.push(data))
    await chart.show(state.arrange(columns), shown, context)
  }

  /** The frame forgets what was wrong whenever it tells of something new. */
  function reportProblems(): void {
    for (const problem of problems) context.report(problem)
  }

  let answer = data
  showRows(data)
  reportProblems()
  showView()
  return {
    update(next, nextContext) {
      const another = nextContext.theme !== context.theme
      context = nextContext
      const before = answer
      answer = next
      if (next !== before) showRows(next)
      reportProblems()
      if (next !== before || another) void drawChart()
    },
    resize: () => chart?.resize(),
    toCsv: () => toCsv(api),
    ...(isTransposed() ? {} : { actions: [{ label: 'Columns', run: () => panel.open() }] }),
    destroy() {
      chart?.destroy()
      api.destroy()
    },
  }
}
