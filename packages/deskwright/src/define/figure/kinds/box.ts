import type { BoxDrawing } from '../drawing.ts'
import { toSeries } from '../series.ts'
import type { Drawn, Sheet } from '../sheet.ts'

/** Draws how the values at each place are spread. */
export function drawBoxes(drawing: BoxDrawing, sheet: Sheet): Drawn {
  const columns = [drawing.y].flat()
  const x = sheet.places(drawing.x)
  const series = toSeries(sheet, { x, y: columns, by: drawing.by })
  return {
    data: series.map(({ name, x, y }) => ({ type: 'box', name, x, y, boxpoints: 'outliers', marker: { size: 3 } })),
    layout: {
      boxmode: 'group',
      xaxis: sheet.axis(drawing.x, { kind: x.kind, places: x.values }),
      yaxis: sheet.valueAxis(columns),
    },
  }
}
