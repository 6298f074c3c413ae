import type { Data, Layout } from 'plotly.js-dist-min'
import type { RenderProblem } from '../renderer.ts'
import { isJsonObject } from './json-object.ts'
import type { Plotly } from './load-plotly.ts'
import type { Figure } from './read-figure.ts'

const judged = new Set(['schema', 'value', 'array', 'object'])
const most = 20
/** Values of all traces together. Plotly copies a figure to judge it; more than that would be felt. */
const mostValues = 200_000

/** Asks Plotly which parts of a figure it does not know or cannot use; it draws without them, and without a word. */
export function judgeFigure(
  plotly: Plotly,
  { data, layout: { template: _template, ...layout } }: Figure,
): RenderProblem[] {
  if (countValues(data) > mostValues) return []
  return validate(plotly, data as Data[], layout as Partial<Layout>)
    .filter(({ code, container, trace, path }) => {
      const whole = container === 'data' ? data[Number(trace)] : layout
      return judged.has(code) && !isPacked([path].flat().reduce(step, whole))
    })
    .slice(0, most)
    .map(({ msg, container, trace, astr }) => ({
      severity: 'warning',
      path: `${container}${container === 'data' && trace !== null ? `[${trace}]` : ''}${astr ? `.${astr}` : ''}`,
      message: `Plotly leaves this out: ${msg}.`,
    }))
}

function countValues(data: Figure['data']): number {
  const lists = data.flatMap((trace) => Object.values(trace)).filter((value) => Array.isArray(value))
  return lists.reduce((sum, list) => sum + list.length * (Array.isArray(list[0]) ? list[0].length : 1), 0)
}

/** Plotly draws some figures that it breaks on when it judges them. */
function validate(plotly: Plotly, data: Data[], layout: Partial<Layout>): ReturnType<Plotly['validate']> & {} {
  try {
    return plotly.validate(data, layout) ?? []
  } catch {
    return []
  }
}

function step(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

/** Numbers as Plotly's Python library packs them are drawn, but unknown to the judge. */
function isPacked(value: unknown): boolean {
  return isJsonObject(value) && 'bdata' in value
}
