import type { ChartTypeName, WireChartView } from 'deskwright/spec'
import type { ChartValues } from './chart-values.ts'
import type { Figure } from './figure.ts'
import { planeCharts } from './plane-charts.ts'
import { roundCharts } from './round-charts.ts'

/** Draws rows as a chart of this type, for Plotly. */
export function toFigure(type: ChartTypeName, values: ChartValues, view: WireChartView = {}): Figure {
  const { data, layout } = (planeCharts[type] ?? roundCharts[type] ?? planeCharts.line!)(values)
  const { xLabel, yLabel, chartNavigatorEnabled, chartMiniChartEnabled } = view
  const slider = chartNavigatorEnabled === true || chartMiniChartEnabled === true
  const own = layout as { readonly xaxis?: object; readonly yaxis?: object }
  return {
    data,
    layout: {
      // Another type is another chart: axes of the one before do not stay.
      uirevision: type,
      showlegend: values.series.length > 1,
      margin: { l: 48, r: 24, t: roundCharts[type] === undefined ? 16 : 36, b: 36 },
      ...layout,
      xaxis: {
        ...own.xaxis,
        ...(xLabel === undefined ? {} : { title: { text: xLabel } }),
        ...(slider ? { rangeslider: { visible: true, thickness: 0.12 } } : {}),
      },
      yaxis: { ...own.yaxis, ...(yLabel === undefined ? {} : { title: { text: yLabel } }) },
    },
  }
}
