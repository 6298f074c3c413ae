import type { WireChartView, WireWidget } from 'deskwright/spec'
import type { RenderContext } from '../../renderer.ts'
import { isObject } from '../../grid/read-field.ts'

type Shown = Pick<RenderContext, 'widget' | 'state'>

/** How a widget's table is drawn as a chart; what is kept of its place counts more than the table's own description. */
export function chartViewOf({ widget: { data, storage }, state }: Shown): WireChartView {
  const stored = storedView(storage)
  return { ...data?.table?.chartView, ...(isObject(stored) ? stored : {}), ...state.chartView }
}

/** Whether a widget offers its table as a chart. Exports say of every table that it is no chart, which says nothing. */
export function offersChart({ widget: { data, storage }, state }: Shown): boolean {
  const { enableCharts, chartView } = data?.table ?? {}
  return (
    enableCharts === true ||
    chartView !== undefined ||
    storedView(storage) !== undefined ||
    state.chartView?.enabled === true
  )
}

function storedView(storage: WireWidget['storage']): unknown {
  return isObject(storage) ? storage['chartView'] : undefined
}
