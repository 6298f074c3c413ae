import type { PieDrawing } from '../drawing.ts'
import type { Drawn, Sheet } from '../sheet.ts'

/** Draws shares of a whole. What is not above zero has none. */
export function drawPie({ x, y }: PieDrawing, sheet: Sheet): Drawn {
  const names = sheet.names(x)
  const sizes = sheet.numbers(y)
  const shown = sizes.map((_, row) => row).filter((row) => (sizes[row] ?? 0) > 0)
  const trace = {
    type: 'pie',
    name: sheet.title(y),
    labels: shown.map((row) => names[row]),
    values: shown.map((row) => sizes[row]),
    sort: false,
    direction: 'clockwise',
    textinfo: 'percent',
    textposition: 'inside',
    hovertemplate: '%{label}<br>%{value:,} (%{percent})<extra></extra>',
    marker: { line: { color: sheet.colors.background, width: 1 } },
  }
  return { data: shown.length > 0 ? [trace] : [], layout: { showlegend: true, piecolorway: sheet.colors.traces } }
}
