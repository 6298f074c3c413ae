import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachWidget } from './walk.ts'

/** A chart over fields that no column has draws nothing. */
export const chartFields: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const { columnsDefs, showAll, chartView } = widget.data?.table ?? {}
    if (columnsDefs === undefined || showAll === true) continue
    const fields = [...eachColumn(widget)].map(({ column }) => column.field)
    for (const [chartType, used = []] of Object.entries(chartView?.cellRangeCols ?? {})) {
      for (const [index, field] of used.entries()) {
        if (fields.includes(field)) continue
        const path = `data.table.chartView.cellRangeCols.${chartType}[${index}]`
        yield diagnose('warning', 'chart-field-unknown', { where, path }, { field, fields })
      }
    }
  }
}
