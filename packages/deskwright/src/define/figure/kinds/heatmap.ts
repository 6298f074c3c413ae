import { DeskwrightError } from '../../../errors/deskwright-error.ts'
import { toColorScale } from '../colors.ts'
import type { HeatmapDrawing } from '../drawing.ts'
import type { Drawn, Places, Sheet } from '../sheet.ts'

const mostCells = 250_000

/** Draws a coloured cell for each pair of places. Of rows for the same pair the last one counts. */
export function drawHeatmap({ x, y, z }: HeatmapDrawing, sheet: Sheet): Drawn {
  const along = sheet.places(x)
  const across = sheet.places(y)
  const values = sheet.numbers(z)
  const xs = toDistinct(along)
  const ys = toDistinct(across)
  if (xs.size * ys.size > mostCells) throw new DeskwrightError('chart-too-large', { what: 'cells', most: mostCells })
  const cells = Array.from({ length: ys.size }, () => Array.from({ length: xs.size }, (): number | null => null))
  const seen: number[] = []
  values.forEach((value, row) => {
    const column = xs.get(along.values[row] ?? null)
    const line = ys.get(across.values[row] ?? null)
    if (value === null || column === undefined || line === undefined) return
    cells[line]![column] = value
    seen.push(value)
  })
  const crossesZero = seen.some((value) => value < 0) && seen.some((value) => value > 0)
  const trace = {
    type: 'heatmap',
    name: sheet.title(z),
    x: [...xs.keys()],
    y: [...ys.keys()],
    z: cells,
    xgap: 1,
    ygap: 1,
    hoverongaps: false,
    colorscale: toColorScale(crossesZero ? sheet.colors.divergingScale : sheet.colors.scale),
    ...(crossesZero && { zmid: 0 }),
    colorbar: { thickness: 10, outlinewidth: 0, title: { text: sheet.title(z), side: 'right' } },
    hovertemplate: '%{y}, %{x}: %{z:,}<extra></extra>',
  }
  return {
    data: seen.length > 0 ? [trace] : [],
    layout: {
      xaxis: { ...sheet.axis(x, { kind: along.kind, places: along.values }), showgrid: false },
      yaxis: {
        ...sheet.axis(y, { kind: across.kind, places: across.values }),
        showgrid: false,
        // As in a table, the first name is at the top.
        ...(across.kind === 'name' && { autorange: 'reversed' }),
      },
    },
  }
}

/** The different places and their positions: sorted, but names in the order of the rows. */
function toDistinct({ kind, values }: Places): Map<string | number | null, number> {
  const distinct = [...new Set(values)].filter((value) => value !== null)
  if (kind !== 'name') distinct.sort((a, b) => (a < b ? -1 : 1))
  return new Map(distinct.map((value, index) => [value, index]))
}
