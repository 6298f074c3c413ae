import { toAxis } from '../axis.ts'
import type { HistogramDrawing } from '../drawing.ts'
import { mostSeries } from '../series.ts'
import { DeskwrightError } from '../../../errors/deskwright-error.ts'
import type { Drawn, Sheet } from '../sheet.ts'

/** Draws how often values occur. Plotly makes the bins. */
export function drawHistogram({ x, by }: HistogramDrawing, sheet: Sheet): Drawn {
  const places = sheet.places(x)
  const groups = by === undefined ? undefined : sheet.names(by)
  const title = sheet.title(x)
  const series = new Map<string, (string | number)[]>()
  places.values.forEach((place, row) => {
    if (place === null) return
    const name = groups?.[row] ?? title
    const values = series.get(name)
    if (values === undefined) series.set(name, [place])
    else values.push(place)
  })
  if (series.size > mostSeries) throw new DeskwrightError('chart-too-large', { what: 'series', most: mostSeries })
  return {
    data: [...series].map(([name, values]) => ({
      type: 'histogram',
      name,
      x: values,
      opacity: series.size > 1 ? 0.65 : 1,
    })),
    layout: {
      barmode: 'overlay',
      bargap: 0.03,
      xaxis: sheet.axis(x, { kind: places.kind, ...(places.kind === 'name' && { places: places.values }) }),
      yaxis: toAxis({ kind: 'number', title: 'Count' }, sheet.colors),
    },
  }
}
