import type { PlotlyFigure, VegaLiteSpec } from '../../spec/types.ts'

const ink = { dark: '#e6e6e8', light: '#1f2024' } as const

/** Fits a figure into its widget where its author left the colours open. */
export function toThemedFigure(figure: PlotlyFigure, theme: 'dark' | 'light'): PlotlyFigure {
  const { layout = {} } = figure
  const base = { paper_bgcolor: 'transparent', plot_bgcolor: 'transparent', font: { color: ink[theme] } }
  return { ...figure, layout: { ...base, ...layout } }
}

/** Fits a spec into its widget where its author left the colours open. */
export function toThemedSpec(spec: VegaLiteSpec, theme: 'dark' | 'light'): VegaLiteSpec {
  const color = ink[theme]
  const label = { labelColor: color, titleColor: color }
  const config = { axis: label, legend: label, header: label, title: { color }, view: { stroke: null } }
  return { background: 'transparent', config, ...spec }
}
