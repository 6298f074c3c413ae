import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import type { AcceptedWidget } from '../widgets/accepted-widget.ts'
import type { WireChartView } from '../widgets/chart-view.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachItem, eachWidget, findWidget } from './walk.ts'

/** A chart over fields that no column has draws nothing: one of a widget, or one that a placed widget starts with. */
export const chartFields: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    yield* check(widget, widget.data?.table?.chartView?.cellRangeCols, where, 'data.table.chartView.cellRangeCols')
  }
  for (const { item, where, path } of eachItem(documents)) {
    const ranges = item.state?.chartView?.cellRangeCols
    yield* check(findWidget(documents, item.i), ranges, where, `${path}.state.chartView.cellRangeCols`)
  }
}

function* check(
  widget: AcceptedWidget | undefined,
  ranges: WireChartView['cellRangeCols'] = {},
  where: string,
  path: string,
): Iterable<Diagnostic> {
  const { columnsDefs, showAll } = widget?.data?.table ?? {}
  if (widget === undefined || columnsDefs === undefined || showAll === true) return
  const fields = [...eachColumn(widget)].map(({ column }) => column.field)
  for (const [chartType, used = []] of Object.entries(ranges)) {
    for (const [index, field] of used.entries()) {
      if (fields.includes(field)) continue
      const place = { where, path: `${path}.${chartType}[${index}]` }
      yield diagnose('warning', 'chart-field-unknown', place, { field, fields })
    }
  }
}
