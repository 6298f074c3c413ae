import { type ChartTypeName, chartTypes, type Row, type WireColumn } from 'deskwright/spec'
import { element } from '../../grid/element.ts'
import type { Mounted, RenderContext } from '../../renderer.ts'
import { toChartFields } from './chart-fields.ts'
import { toChartValues } from './chart-values.ts'
import { toFigure } from './to-figure.ts'
import { chartViewOf } from './chart-view-of.ts'

/** The chart of a table: a control for its type, and the chart itself. */
export interface TableChart {
  readonly choice: HTMLElement
  /** The type that is chosen. */
  type(): ChartTypeName
  show(columns: readonly WireColumn[], rows: readonly Row[], context: RenderContext): Promise<void>
  resize(): void
  destroy(): void
}

/** Mounts the chart of a table into an element, and tells which type is chosen. Plotly is loaded when the chart is shown first. */
export function mountChart(
  body: HTMLElement,
  first: RenderContext,
  onChoose: (type: ChartTypeName) => void,
): TableChart {
  const choice = element('select', { 'aria-label': 'Chart type' })
  choice.append(...chartTypes.map((type) => new Option(toWords(type), type)))
  choice.value = chartViewOf(first).chartType ?? 'line'
  let mounted: Mounted | undefined
  let again = () => {}
  choice.addEventListener('change', () => {
    onChoose(choice.value as ChartTypeName)
    again()
  })

  return {
    choice,
    type: () => choice.value as ChartTypeName,
    async show(columns, rows, context) {
      again = () => void this.show(columns, rows, context)
      const { renderer } = await import('../../chart/chart.ts')
      if (!body.isConnected) return
      const view = chartViewOf(context)
      const type = choice.value as ChartTypeName
      const fields = toChartFields(columns, view, type)
      if (rows.length > 0 && fields.series.length === 0) reportNoSeries(context)
      const figure = toFigure(type, toChartValues(rows, fields), view)
      // The figure is ours, whatever the widget says of its own answer.
      const own = { ...context, raw: false, widget: { ...context.widget, data: {} } }
      if (mounted === undefined) mounted = renderer.mount(body, figure, own)
      else mounted.update(figure, own)
    },
    resize: () => mounted?.resize?.(),
    destroy: () => mounted?.destroy(),
  }
}

function reportNoSeries(context: RenderContext): void {
  context.report({
    severity: 'warning',
    message: 'The chart has no series: no column has chartDataType "series" or holds numbers',
    hint: 'Give at least one column chartDataType "series".',
  })
}

/** `stackedColumn` reads `stacked column`. */
function toWords(type: ChartTypeName): string {
  return type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
