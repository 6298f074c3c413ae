import type { RenderProblem } from '../renderer.ts'
import { isJsonObject, nameKind, type JsonObject } from './json-object.ts'
import { valueAtKey } from './value-at-key.ts'

/** A Plotly figure whose parts have the right shapes; what is inside them is Plotly's to judge. */
export interface Figure {
  readonly data: readonly JsonObject[]
  readonly layout: JsonObject
  readonly config: JsonObject
  readonly frames: readonly JsonObject[]
}

/** The figure of an answer, when there is one, and all that is wrong with the answer. */
export interface FigureReading {
  readonly figure?: Figure
  readonly problems: readonly RenderProblem[]
}

/** Finds the figure in an answer: at `dataKey`, else below `results`, else the answer itself. */
export function readFigure(answer: unknown, dataKey: string | undefined): FigureReading {
  const keyed = valueAtKey(answer, dataKey)
  const results = keyed === answer && isJsonObject(answer) && answer['results']
  const part = results === undefined || results === null || results === false ? keyed : results
  const before = part === answer ? '' : part === keyed ? `${dataKey}` : 'results'
  if (!isJsonObject(part)) return { problems: [toForeign(part, before)] }

  const problems: RenderProblem[] = []
  const wrong = (path: string, value: unknown, expected: string) =>
    problems.push({
      severity: 'error',
      path: join(before, path),
      message: `This is ${nameKind(value)}; it has to be ${expected}.`,
    })
  const toObject = (key: 'layout' | 'config'): JsonObject => {
    const value = part[key]
    if (isJsonObject(value)) return value
    if (value !== undefined && value !== null) wrong(key, value, 'an object')
    return {}
  }
  const toObjects = (key: 'data' | 'frames', value: unknown, expected: string): JsonObject[] => {
    if (!Array.isArray(value)) {
      wrong(key, value, 'an array')
      return []
    }
    return value.filter((entry: unknown, index) => {
      if (isJsonObject(entry)) return true
      wrong(`${key}[${index}]`, entry, expected)
      return false
    })
  }

  const toLayout = (layout: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(layout).filter(([key, value]) => {
        if (isJsonObject(value) || !grouped.test(key)) return true
        wrong(`layout.${key}`, value, 'an object')
        return false
      }),
    )

  if (!Array.isArray(part['data'])) return { problems: [toForeign(part, before)] }
  const figure = {
    data: toObjects('data', part['data'], 'a trace: an object'),
    layout: toLayout(toObject('layout')),
    config: toObject('config'),
    frames:
      part['frames'] === undefined || part['frames'] === null
        ? []
        : toObjects('frames', part['frames'], 'a frame: an object'),
  }
  return { figure, problems }
}

/** Parts of a layout on which Plotly breaks when they are no objects. */
const grouped =
  /^(?:[xy]axis|scene|geo|polar|smith|ternary|map|coloraxis|legend)\d*$|^(?:font|grid|hoverlabel|margin|modebar|template|transition)$/

/** What an answer is instead of a figure, as far as that can be told. */
function toForeign(part: unknown, before: string): RenderProblem {
  const path = before === '' ? {} : { path: before }
  if (typeof part === 'string') {
    const twice = /^\s*\{/.test(part)
    return {
      severity: 'error',
      ...path,
      message: twice ? 'The figure is a text: it was turned into JSON twice.' : 'The answer is a text, not a figure.',
      hint: twice
        ? 'Answer the object itself; in Python json.loads(figure.to_json()).'
        : 'Answer an object with data and layout.',
    }
  }
  if (!isJsonObject(part)) {
    const rows = Array.isArray(part)
    return {
      severity: 'error',
      ...path,
      message: `The answer is ${nameKind(part)}, not a figure.`,
      hint: rows
        ? 'A figure is an object { data, layout }. For rows use the type table, or answer them to raw=true only.'
        : 'Answer an object with data and layout.',
    }
  }
  if ('data' in part) {
    return {
      severity: 'error',
      path: join(before, 'data'),
      message: `This is ${nameKind(part['data'])}; a figure's data is an array of traces.`,
      hint: 'Put the traces into an array, even one.',
    }
  }
  return {
    severity: 'error',
    ...path,
    message: `The answer is no figure: it has no data, but ${Object.keys(part).slice(0, 5).join(', ') || 'nothing at all'}.`,
    hint:
      otherTypes.find(({ keys }) => keys.some((key) => key in part))?.hint ?? 'Answer an object with data and layout.',
  }
}

const otherTypes: readonly { readonly keys: readonly string[]; readonly hint: string }[] = [
  { keys: ['userOptions', 'series'], hint: 'These are Highcharts options: the type is chart-highcharts.' },
  { keys: ['$schema', 'mark', 'encoding'], hint: 'This is a Vega-Lite specification: the type is chart-vegalite.' },
  { keys: ['detail', 'error', 'message'], hint: 'This is an error: answer it with a status of 400 or more.' },
]

function join(before: string, path: string): string {
  return before === '' ? path : `${before}.${path}`
}
