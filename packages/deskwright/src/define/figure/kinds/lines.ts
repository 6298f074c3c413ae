import { fade } from '../colors.ts'
import type { LineDrawing } from '../drawing.ts'
import { sortSeries, toSeries, type Series } from '../series.ts'
import type { Drawn, Sheet } from '../sheet.ts'

/** From so many points on the browser's graphics card draws. */
const manyPoints = 20_000

/** From so many points on they cover each other. */
const crowd = 2000

/** Draws lines, areas and points. */
export function drawLines(drawing: LineDrawing, sheet: Sheet): Drawn {
  const { kind = 'line', by } = drawing
  const columns = [drawing.y].flat()
  const x = sheet.places(drawing.x)
  const isOrdered = kind !== 'scatter' && x.kind !== 'name'
  const all = toSeries(sheet, { x, y: columns, by }).map((series) => (isOrdered ? sortSeries(series) : series))
  const isLarge = x.values.length * columns.length > manyPoints && (kind === 'line' || kind === 'scatter')
  const data = all.map((series, index) => ({
    type: isLarge ? 'scattergl' : 'scatter',
    name: series.name,
    x: series.x,
    y: series.y,
    ...looks[kind](series, sheet.colors.traces[index % sheet.colors.traces.length]!),
  }))
  const hasUnifiedHover = kind !== 'scatter' && all.length <= 12
  return {
    data,
    layout: {
      xaxis: sheet.axis(drawing.x, { kind: x.kind, places: x.values }),
      yaxis: sheet.valueAxis(columns),
      hovermode: hasUnifiedHover ? 'x unified' : 'closest',
    },
  }
}

const looks = {
  line: (series: Series) => ({ mode: toMode(series), line: { width: 2 } }),
  area: (series: Series, color: string) => ({
    mode: toMode(series),
    line: { width: 2 },
    fill: 'tozeroy',
    fillcolor: fade(color, 0.2),
  }),
  stackedArea: (series: Series, color: string) => ({
    mode: toMode(series),
    line: { width: 1 },
    stackgroup: 'all',
    fillcolor: fade(color, 0.5),
  }),
  scatter: ({ x }: Series) => ({
    mode: 'markers',
    marker: x.length > crowd ? { size: 4, opacity: 0.5 } : { size: 7, opacity: 0.8 },
  }),
}

/** A value without a neighbour is no line: then the points are drawn as well. */
function toMode({ y }: Series): 'lines' | 'lines+markers' {
  const isAlone = (value: number | null, index: number) =>
    value !== null && (y[index - 1] ?? null) === null && (y[index + 1] ?? null) === null
  return y.some(isAlone) ? 'lines+markers' : 'lines'
}
