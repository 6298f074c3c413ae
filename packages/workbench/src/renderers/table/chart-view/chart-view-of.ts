import type { WireChartView, WireWidget } from 'deskwright/spec'
import { isObject } from '../../grid/read-field.ts'

/** How a widget's table is drawn as a chart; what its app stored for it counts more than the table's own description. */
export function chartViewOf({ data, storage }: WireWidget): WireChartView {
  const stored = storedView(storage)
  return { ...data?.table?.chartView, ...(isObject(stored) ? stored : {}) }
}

/** Whether a widget offers its table as a chart. */
export function offersChart({ data, storage }: WireWidget): boolean {
  const { enableCharts, chartView } = data?.table ?? {}
  return enableCharts === true || chartView !== undefined || storedView(storage) !== undefined
}

function storedView(storage: WireWidget['storage']): unknown {
  return isObject(storage) ? storage['chartView'] : undefined
}
