import type { ChartTypeName } from 'deskwright/spec'
import type { ChartValues } from './chart-values.ts'
import type { Figure, Trace } from './figure.ts'

type Draw = (values: ChartValues) => Figure

function toPie(hole: number): Draw {
  return ({ categories, series }) => ({
    data: series
      .slice(0, 1)
      .map(({ name, values }) => ({ type: 'pie', name, labels: categories[0], values, hole, sort: false })),
    layout: { showlegend: true },
  })
}

function toRadar(fill: 'none' | 'toself'): Draw {
  return ({ categories, series }) => ({
    data: series.map(({ name, values }) => ({
      type: 'scatterpolar',
      mode: 'lines+markers',
      name,
      fill,
      theta: close(categories[0]!.map(String)),
      r: close(values),
    })),
    layout: {},
  })
}

/** A line around a circle ends where it began. */
function close<Value>(list: readonly Value[]): readonly Value[] {
  return [...list, ...list.slice(0, 1)]
}

function toPetals(barmode: 'stack' | 'overlay', hole: number): Draw {
  return ({ categories, series }) => ({
    data: series.map(({ name, values }) => ({ type: 'barpolar', name, theta: categories[0]!.map(String), r: values })),
    layout: { polar: { barmode, hole } },
  })
}

/** Bars that are bent: a ring for each category, three quarters of a turn for the greatest value. */
function toRings({ categories, series }: ChartValues): Figure {
  const labels = categories[0]!.map(String)
  const sums = labels.map((_, row) => series.reduce((sum, { values }) => sum + Math.abs(values[row] ?? 0), 0))
  const turn = 270 / Math.max(...sums, 1e-12)
  const starts = labels.map(() => 0)
  const data = series.map(({ name, values }) => {
    const width = values.map((value) => Math.abs(value ?? 0) * turn)
    const theta = width.map((degrees, row) => starts[row]! + degrees / 2)
    width.forEach((degrees, row) => (starts[row]! += degrees))
    const ring = { base: labels.map((_, row) => row + 1), r: labels.map(() => 0.8), theta, width }
    return {
      type: 'barpolar',
      name,
      ...ring,
      text: labels.map((label, row) => `${label}: ${values[row]}`),
      hoverinfo: 'text+name',
    }
  })
  const radialaxis = { tickvals: labels.map((_, row) => row + 1.4), ticktext: labels, angle: 90 }
  const angularaxis = { showticklabels: false, direction: 'clockwise', rotation: 90 }
  return { data, layout: { polar: { hole: 0.15, radialaxis, angularaxis } } }
}

/** Nests the categories of each row; values of the same path are added. */
function toTree(type: 'sunburst' | 'treemap'): Draw {
  return ({ categories, series }) => {
    const sums = new Map<string, { label: string; parent: string; value: number }>()
    const values = series[0]?.values ?? categories[0]!.map(() => 1)
    values.forEach((value, row) => {
      let parent = ''
      for (const level of categories) {
        const label = String(level[row])
        const id = `${parent}/${label}`
        const known = sums.get(id) ?? { label, parent, value: 0 }
        sums.set(id, { ...known, value: known.value + Math.max(value ?? 0, 0) })
        parent = id
      }
    })
    const nodes = [...sums.values()]
    const trace: Trace = {
      type,
      branchvalues: 'total',
      ids: [...sums.keys()],
      labels: nodes.map(({ label }) => label),
      parents: nodes.map(({ parent }) => parent),
      values: nodes.map(({ value }) => value),
    }
    return { data: [trace], layout: {} }
  }
}

/** Charts around a middle, and those made of parts of a whole. */
export const roundCharts: Readonly<Partial<Record<ChartTypeName, Draw>>> = {
  pie: toPie(0),
  donut: toPie(0.55),
  doughnut: toPie(0.55),
  radarLine: toRadar('none'),
  radarArea: toRadar('toself'),
  nightingale: toPetals('stack', 0),
  radialColumn: toPetals('stack', 0.35),
  radialBar: toRings,
  sunburst: toTree('sunburst'),
  treemap: toTree('treemap'),
}
