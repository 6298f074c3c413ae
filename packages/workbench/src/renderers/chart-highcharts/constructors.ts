import type { JsonObject } from '../chart/json-object.ts'
import { isJsonObject } from '../chart/json-object.ts'

/** The constructors of Highcharts that Workspace knows. */
export const constructors = ['chart', 'stockChart', 'mapChart', 'ganttChart'] as const

/** How a chart of Highcharts is made. */
export type Constructor = (typeof constructors)[number]

const ofConstructor: Readonly<Record<Constructor, readonly string[]>> = {
  chart: [],
  stockChart: ['modules/stock'],
  mapChart: ['modules/map'],
  ganttChart: ['modules/gantt'],
}

const ofSeries: Readonly<Record<string, readonly string[]>> = {
  bellcurve: ['modules/histogram-bellcurve'],
  bullet: ['modules/bullet'],
  candlestick: ['modules/stock'],
  dependencywheel: ['modules/sankey', 'modules/dependency-wheel'],
  dumbbell: ['modules/dumbbell'],
  flags: ['modules/stock'],
  funnel: ['modules/funnel'],
  heatmap: ['modules/heatmap'],
  histogram: ['modules/histogram-bellcurve'],
  hlc: ['modules/stock'],
  item: ['modules/item-series'],
  lollipop: ['modules/dumbbell', 'modules/lollipop'],
  map: ['modules/map'],
  networkgraph: ['modules/networkgraph'],
  ohlc: ['modules/stock'],
  organization: ['modules/sankey', 'modules/organization'],
  pareto: ['modules/pareto'],
  pyramid: ['modules/funnel'],
  sankey: ['modules/sankey'],
  solidgauge: ['modules/solid-gauge'],
  streamgraph: ['modules/streamgraph'],
  sunburst: ['modules/treemap', 'modules/sunburst'],
  tilemap: ['modules/heatmap', 'modules/tilemap'],
  timeline: ['modules/timeline'],
  treegraph: ['modules/treemap', 'modules/treegraph'],
  treemap: ['modules/treemap'],
  variablepie: ['modules/variable-pie'],
  variwide: ['modules/variwide'],
  venn: ['modules/venn'],
  windbarb: ['modules/windbarb'],
  wordcloud: ['modules/wordcloud'],
  xrange: ['modules/xrange'],
}

/** Names the files of Highcharts that draw these options, besides its core, in the order in which they build on each other. */
export function toModules(constructor: Constructor, options: JsonObject): readonly string[] {
  const { chart, series, drilldown } = options
  const all = [chart, ...(Array.isArray(series) ? (series as unknown[]) : [])].filter(isJsonObject)
  const types = all.map(({ type }) => (typeof type === 'string' ? type : ''))
  return [
    ...new Set([
      'highcharts-more',
      'modules/accessibility',
      ...ofConstructor[constructor],
      ...types.flatMap((type) => (Object.hasOwn(ofSeries, type) ? ofSeries[type]! : [])),
      ...(isJsonObject(chart) && 'options3d' in chart ? ['highcharts-3d'] : []),
      ...(drilldown === undefined ? [] : ['modules/drilldown']),
    ]),
  ]
}
