import { isJsonObject, nameKind, type JsonObject } from '../chart/json-object.ts'
import { valueAtKey } from '../chart/value-at-key.ts'
import type { RenderProblem } from '../renderer.ts'

/** A specification that keeps to its widget, when there is one, and all that is wrong with the answer. */
export interface VegaSpecReading {
  readonly spec?: JsonObject
  readonly problems: readonly RenderProblem[]
}

const views = ['mark', 'layer', 'concat', 'hconcat', 'vconcat', 'facet', 'repeat', 'spec', 'marks']
const longest = 5_000_000

/**
 * Finds the Vega or Vega-Lite specification of an answer, without what reaches out of the widget: options for the page that embeds
 * it, controls put elsewhere, sequences that never end.
 */
export function readVegaSpec(answer: unknown, dataKey: string | undefined): VegaSpecReading {
  const part = valueAtKey(answer, dataKey)
  const error = (message: string, hint: string): VegaSpecReading => ({
    problems: [{ severity: 'error', message, hint }],
  })
  if (!isJsonObject(part)) {
    const twice = typeof part === 'string' && /^\s*\{/.test(part)
    return error(
      `The answer is ${nameKind(part)}, not a Vega-Lite specification.`,
      twice
        ? 'It was turned into JSON twice: answer the object itself.'
        : 'Answer an object with data, mark and encoding.',
    )
  }
  if (!views.some((view) => view in part)) {
    return error(
      `The answer draws nothing: it has ${Object.keys(part).slice(0, 5).join(', ') || 'no keys'}.`,
      'userOptions' in part
        ? 'These are Highcharts options: the type is chart-highcharts.'
        : `A Vega-Lite specification has one of ${views.slice(0, 7).join(', ')}.`,
    )
  }
  const problems: RenderProblem[] = []
  const { usermeta: _usermeta, ...rest } = part
  return { spec: tame(rest, '', problems) as JsonObject, problems }
}

function tame(value: unknown, path: string, problems: RenderProblem[]): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => tame(entry, `${path}[${index}]`, problems))
  if (!isJsonObject(value)) return value
  const kept: [string, unknown][] = []
  for (const [key, inner] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`
    if (key === 'values') kept.push([key, inner])
    else if (key === 'element' && /(?:^|[.\]])bind(?:\.\w+)?$/.test(path)) {
      problems.push({ severity: 'warning', path: place, message: 'Controls stay in their widget here.' })
    } else if (isJsonObject(inner) && countSteps(inner) > longest) {
      problems.push({ severity: 'error', path: place, message: 'This sequence is too long; it would stop the page.' })
    } else kept.push([key, tame(inner, place, problems)])
  }
  return Object.fromEntries(kept)
}

function countSteps({ start = 0, stop, step = 1 }: JsonObject): number {
  return typeof stop === 'number' ? Math.abs((stop - Number(start)) / Number(step)) : 0
}
