import type plotly from 'plotly.js-dist-min'
import { blankMaps } from './blank-maps.ts'

/** The whole of Plotly. */
export type Plotly = typeof plotly

/** Loads Plotly, told to ask nobody for maps. */
export async function loadPlotly(): Promise<Plotly> {
  const { default: plotly } = await import('plotly.js-dist-min')
  Object.assign(window, { PlotlyGeoAssets: blankMaps })
  describeOnce(plotly)
  return plotly
}

function describeOnce(plotly: Plotly): void {
  const { PlotSchema: schema } = plotly as unknown as { readonly PlotSchema: { get: () => unknown } }
  const describe = schema.get
  let known: unknown
  schema.get = () => (known ??= describe())
}
