import type { PlotlyFigure } from '../../spec/types.ts'
import { toTitle } from '../naming/to-title.ts'
import { groupBy } from '../group-by.ts'
import type { ChartKind } from './query-file.ts'
import { toText } from './to-text.ts'

/** A row of a query. */
export type ChartRow = Readonly<Record<string, unknown>>

/** Which columns a chart draws, and how. */
export interface ChartPlan {
  readonly x: string
  readonly y: readonly string[]
  /** One trace for each value of this column. */
  readonly by?: string | undefined
  readonly kind: ChartKind
}

const inks = { dark: '#e6e6e8', light: '#1f2024' } as const
const lines = { dark: '#2e2e33', light: '#e4e4e8' } as const

/** Draws rows. */
export function toFigure(rows: readonly ChartRow[], plan: ChartPlan, theme: 'dark' | 'light'): PlotlyFigure {
  const data = rows.length === 0 ? [{ type: 'scatter', x: [], y: [] }] : toTraces(rows, plan)
  const axis = { gridcolor: lines[theme], zerolinecolor: lines[theme], automargin: true }
  const [only] = plan.y
  return {
    data,
    layout: {
      paper_bgcolor: 'transparent',
      plot_bgcolor: 'transparent',
      font: { color: inks[theme] },
      margin: { l: 8, r: 8, t: 8, b: 8 },
      showlegend: data.length > 1 || plan.kind === 'pie',
      legend: { orientation: 'h' },
      hovermode: plan.kind === 'scatter' || plan.kind === 'pie' ? 'closest' : 'x unified',
      xaxis: { ...axis, ...(plan.kind === 'candlestick' && { rangeslider: { visible: false } }) },
      yaxis: { ...axis, ...(plan.y.length === 1 && only !== undefined && { title: { text: toTitle(only) } }) },
      ...(rows.length === 0 && { annotations: [{ text: 'No rows', showarrow: false, xref: 'paper', yref: 'paper' }] }),
    },
    config: { displayModeBar: false, responsive: true },
  }
}

type Trace = PlotlyFigure['data'][number]

function toTraces(rows: readonly ChartRow[], { x, y, by, kind }: ChartPlan): Trace[] {
  const groups = groupBy(rows, (row) => (by === undefined ? '' : toText(row[by])))
  return [...groups].flatMap(([group, members]): Trace[] => {
    const at = (column: string) => members.map((row) => row[column] ?? null)
    if (kind === 'candlestick') {
      const [open, high, low, close] = y as readonly [string, string, string, string]
      return [{ type: kind, name: group, x: at(x), open: at(open), high: at(high), low: at(low), close: at(close) }]
    }
    return y.map((column) => {
      const name = [group, ...(y.length > 1 || group === '' ? [toTitle(column)] : [])]
        .filter((part) => part !== '')
        .join(' · ')
      if (kind === 'pie') return { type: 'pie', name, labels: at(x), values: at(column) }
      return { ...drawings[kind](members.length), name, x: at(x), y: at(column) }
    })
  })
}

/** A line through a single point cannot be seen. */
const drawings: Readonly<Record<'line' | 'bar' | 'area' | 'scatter', (points: number) => Record<string, string>>> = {
  line: (points) => ({ type: 'scatter', mode: points === 1 ? 'markers' : 'lines' }),
  bar: () => ({ type: 'bar' }),
  area: (points) => ({ type: 'scatter', mode: points === 1 ? 'markers' : 'lines', fill: 'tozeroy' }),
  scatter: () => ({ type: 'scatter', mode: 'markers' }),
}
