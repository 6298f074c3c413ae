import type { BarDrawing } from '../drawing.ts'
import { toSeries } from '../series.ts'
import type { Drawn, Sheet } from '../sheet.ts'

/** Draws bars: side by side, upon each other, or lying down. */
export function drawBars(drawing: BarDrawing, sheet: Sheet): Drawn {
  const columns = [drawing.y].flat()
  const places = sheet.places(drawing.x)
  const lies = drawing.kind === 'horizontalBar'
  const data = toSeries(sheet, { x: places, y: columns, by: drawing.by }).map(({ name, x, y }) => ({
    type: 'bar',
    name,
    ...(lies ? { x: y, y: x, orientation: 'h' } : { x, y }),
  }))
  const along = sheet.axis(drawing.x, { kind: places.kind, places: places.values })
  const values = sheet.valueAxis(columns)
  return {
    data,
    layout: {
      barmode: drawing.kind === 'stackedBar' ? 'relative' : 'group',
      bargap: 0.2,
      hovermode: lies ? 'y unified' : 'x unified',
      // The first name is read first: at the top.
      ...(lies
        ? { xaxis: values, yaxis: { ...along, ...(places.kind === 'name' && { autorange: 'reversed' }) } }
        : { xaxis: along, yaxis: values }),
    },
  }
}
