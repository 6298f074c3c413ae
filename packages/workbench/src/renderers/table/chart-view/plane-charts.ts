import type { ChartTypeName } from 'deskwright/spec'
import type { ChartValues } from './chart-values.ts'
import type { Figure, Trace } from './figure.ts'

type Draw = (values: ChartValues) => Figure

const emptyTrace: Trace = { type: 'scatter', x: [], y: [] }

function draw(values: ChartValues, style: (index: number) => Trace, layout: Figure['layout'] = {}): Figure {
  const x = values.categories[0]!
  const traces = values.series.map(({ name, values: y }, index) => ({ name, x, y, ...style(index) }))
  return { data: traces.length > 0 ? traces : [emptyTrace], layout }
}

function toBars(layout: Figure['layout'], lying = false): Draw {
  return (values) => {
    const { data } = draw(values, () => ({ type: 'bar' }))
    const turned = data.map(({ x, y, ...trace }) => ({ ...trace, x: y, y: x, orientation: 'h' }))
    return lying ? { data: turned, layout: { ...layout, yaxis: { autorange: 'reversed' } } } : { data, layout }
  }
}

const line = { type: 'scatter', mode: 'lines' }
const grouped = { barmode: 'group' }
const stacked = { barmode: 'relative' }
const normalized = { barmode: 'stack', barnorm: 'percent' }

/** The last series stands out from the columns of the others. */
function toCombination(first: Trace, last: Trace): Draw {
  return (values) => draw(values, (index) => (index === values.series.length - 1 ? last : first), grouped)
}

function toBubbles(values: ChartValues): Figure {
  const [height, size = height] = values.series
  if (height === undefined || size === undefined) return { data: [emptyTrace], layout: {} }
  const sizes = size.values.map((value) => Math.abs(value ?? 0))
  const marker = { size: sizes, sizemode: 'area', sizeref: (2 * Math.max(...sizes, 1)) / 40 ** 2, opacity: 0.75 }
  const trace = {
    type: 'scatter',
    mode: 'markers',
    name: height.name,
    x: values.categories[0],
    y: height.values,
    marker,
  }
  return { data: [{ ...trace, text: size.values.map((value) => `${size.name}: ${value}`) }], layout: {} }
}

/** Two series are the ends of a range; bars lie, as in Workspace's charts. */
function toRange(lying: boolean): Draw {
  return (values) => {
    const [low, high] = values.series
    if (low === undefined || high === undefined) return draw(values, () => ({ type: lying ? 'bar' : 'scatter' }))
    const x = values.categories[0]!
    if (!lying) {
      const ends = [low, high].map(({ name, values: y }, index) => ({
        ...line,
        name,
        x,
        y,
        fill: index ? 'tonexty' : 'none',
      }))
      return { data: ends, layout: {} }
    }
    const length = high.values.map((end, index) => (end ?? 0) - (low.values[index] ?? 0))
    const name = `${low.name} – ${high.name}`
    const bar = { type: 'bar', orientation: 'h', name, y: x, x: length, base: low.values }
    return { data: [bar], layout: { yaxis: { autorange: 'reversed' } } }
  }
}

function toHeatmap({ categories, series }: ChartValues): Figure {
  const names = series.map(({ name }) => name)
  const z = categories[0]!.map((_, row) => series.map(({ values }) => values[row] ?? null))
  return { data: [{ type: 'heatmap', x: names, y: categories[0], z }], layout: { yaxis: { autorange: 'reversed' } } }
}

/** Charts on two axes. */
export const planeCharts: Readonly<Partial<Record<ChartTypeName, Draw>>> = {
  column: toBars(grouped),
  groupedColumn: toBars(grouped),
  stackedColumn: toBars(stacked),
  normalizedColumn: toBars(normalized),
  bar: toBars(grouped, true),
  groupedBar: toBars(grouped, true),
  stackedBar: toBars(stacked, true),
  normalizedBar: toBars(normalized, true),
  line: (values) => draw(values, () => line),
  scatter: (values) => draw(values, () => ({ type: 'scatter', mode: 'markers' })),
  bubble: toBubbles,
  area: (values) => draw(values, () => ({ ...line, fill: 'tozeroy' })),
  stackedArea: (values) => draw(values, () => ({ ...line, stackgroup: 'all' })),
  normalizedArea: (values) => draw(values, () => ({ ...line, stackgroup: 'all', groupnorm: 'percent' })),
  histogram: ({ series }) => ({
    data: series.map(({ name, values }) => ({
      type: 'histogram',
      name,
      x: values,
      opacity: series.length > 1 ? 0.7 : 1,
    })),
    layout: { barmode: 'overlay' },
  }),
  rangeBar: toRange(true),
  rangeArea: toRange(false),
  boxPlot: ({ categories, series }) => ({
    data: series.map(({ name, values }) => ({
      type: 'box',
      name,
      y: values,
      ...(new Set(categories[0]).size < values.length ? { x: categories[0] } : {}),
    })),
    layout: { boxmode: 'group' },
  }),
  heatmap: toHeatmap,
  waterfall: (values) => draw({ ...values, series: values.series.slice(0, 1) }, () => ({ type: 'waterfall' })),
  columnLineCombo: toCombination({ type: 'bar' }, line),
  areaColumnCombo: toCombination({ type: 'bar' }, { ...line, fill: 'tozeroy' }),
  customCombo: toCombination({ type: 'bar' }, line),
}
