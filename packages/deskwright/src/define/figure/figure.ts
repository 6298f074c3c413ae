import type { PlotlyFigure } from '../../spec/types.ts'
import type { Theme } from './colors.ts'
import type { Drawing, DrawingKind } from './drawing.ts'
import { drawNothing } from './empty.ts'
import type { FigureColumns } from './figure-columns.ts'
import { drawBars } from './kinds/bars.ts'
import { drawBoxes } from './kinds/box.ts'
import { drawCandlesticks } from './kinds/candlestick.ts'
import { drawHeatmap } from './kinds/heatmap.ts'
import { drawHistogram } from './kinds/histogram.ts'
import { drawLines } from './kinds/lines.ts'
import { drawPie } from './kinds/pie.ts'
import { createSheet, type Drawn, type Sheet } from './sheet.ts'

const kinds: Readonly<Record<DrawingKind, (drawing: never, sheet: Sheet) => Drawn>> = {
  line: drawLines,
  area: drawLines,
  stackedArea: drawLines,
  scatter: drawLines,
  bar: drawBars,
  stackedBar: drawBars,
  horizontalBar: drawBars,
  histogram: drawHistogram,
  box: drawBoxes,
  pie: drawPie,
  heatmap: drawHeatmap,
  candlestick: drawCandlesticks,
}

/**
 * Draws rows as a Plotly figure in Workspace's colours.
 * Fails with `chart-column-unknown`, `chart-values-unfit`, `chart-too-large`.
 * @see widget-data §3
 */
export function toFigure(rows: FigureColumns, drawing: Drawing, theme: Theme): PlotlyFigure {
  const sheet = createSheet(rows, theme, drawing.columns)
  // The cast: the compiler cannot follow through a table that each kind gets its own drawing.
  const drawn = rows.rowCount === 0 ? nothing : kinds[drawing.kind ?? 'line'](drawing as never, sheet)
  const { data, layout } = drawn.data.length > 0 ? drawn : drawNothing(sheet)
  return {
    data,
    layout: { ...toLayout(sheet, data.length), ...layout },
    config: { displayModeBar: false, responsive: true },
  }
}

const nothing: Drawn = { data: [], layout: {} }

/** What all figures share. There is no title: the widget has one. */
function toLayout({ colors }: Sheet, traceCount: number): Record<string, unknown> {
  const { background, text, grid, traces } = colors
  return {
    autosize: true,
    paper_bgcolor: background,
    plot_bgcolor: background,
    font: { color: text, size: 12, family: 'Inter, system-ui, sans-serif' },
    colorway: traces,
    margin: { l: 12, r: 12, t: 12, b: 12 },
    hoverlabel: { bgcolor: background, bordercolor: grid, font: { color: text } },
    hovermode: 'closest',
    showlegend: traceCount > 1,
    // A few names stand in a line above, many need the side.
    ...(traceCount > 1 && traceCount <= 8 && { legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom' } }),
  }
}
