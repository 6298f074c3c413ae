import { isJsonObject, nameKind, type JsonObject } from '../chart/json-object.ts'
import { valueAtKey } from '../chart/value-at-key.ts'
import type { RenderProblem } from '../renderer.ts'
import { constructors, type Constructor } from './constructors.ts'

/** Highcharts options and what draws them. */
export interface Envelope {
  readonly constructorType: Constructor
  /** Without functions, and without anything that is fetched from or sent to another machine. */
  readonly userOptions: JsonObject
}

/** The envelope of an answer, when there is one, and all that is wrong with the answer. */
export interface EnvelopeReading {
  readonly envelope?: Envelope
  readonly problems: readonly RenderProblem[]
}

/** Finds the Highcharts envelope in an answer. */
export function readEnvelope(answer: unknown, dataKey: string | undefined): EnvelopeReading {
  const part = valueAtKey(answer, dataKey)
  const error = (message: string, hint: string, path?: string): EnvelopeReading => ({
    problems: [{ severity: 'error', message, hint, ...(path !== undefined && { path }) }],
  })
  if (!isJsonObject(part)) {
    return error(`The answer is ${nameKind(part)}, not a Highcharts envelope.`, 'Answer { userOptions: { … } }.')
  }
  const { userOptions, constructorType } = part
  if (userOptions === undefined) {
    const bare = 'series' in part || 'chart' in part
    return error(
      'The answer has no userOptions, so Workspace draws nothing.',
      bare ? 'These are bare options: answer { userOptions: … } around them.' : 'Answer { userOptions: { … } }.',
    )
  }
  if (!isJsonObject(userOptions)) {
    return error(
      `This is ${nameKind(userOptions)}; it has to be an object of Highcharts options.`,
      'In Python chart.to_dict().',
      'userOptions',
    )
  }

  const problems: RenderProblem[] = []
  const known = constructors.find((name) => name === constructorType)
  if (known === undefined && constructorType !== undefined && constructorType !== null) {
    problems.push({
      severity: 'warning',
      path: 'constructorType',
      message: `${JSON.stringify(constructorType)} is no constructor; chart is taken.`,
      hint: `It is one of ${constructors.join(', ')}.`,
    })
  }
  const options = tame(userOptions, 'userOptions', problems) as JsonObject
  return { envelope: { constructorType: known ?? 'chart', userOptions: options }, problems }
}

/** Options that hold functions; in JSON they can only be texts, which Highcharts would fail on. */
const functional =
  /formatter$|callback$|^positioner$|^pointFormatter$|^onclick$|^complete$|^parseDate$|^beforeParse$|^parsed$/i
/** Options that make Highcharts fetch or send. */
const outward =
  /^(?:csvURL|rowsURL|columnsURL|googleSpreadsheetKey|googleAPIKey|plotBackgroundImage|libURL|renderTo|gUrl)$/

function tame(value: unknown, path: string, problems: RenderProblem[]): unknown {
  if (Array.isArray(value)) {
    return value.some((entry) => typeof entry === 'object')
      ? value.map((entry, index) => tame(entry, `${path}[${index}]`, problems))
      : value
  }
  if (!isJsonObject(value)) return value
  const inEvents = path.endsWith('.events')
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const place = `${path}.${key}`
      if (typeof inner === 'string' && (inEvents || functional.test(key))) {
        problems.push({
          severity: 'warning',
          path: place,
          message: 'Functions cannot travel in JSON; this is left out.',
          hint: 'Use a format string, as in tooltip.pointFormat.',
        })
        return []
      }
      if (outward.test(key) || (typeof inner === 'string' && isRemotePicture(key, inner))) {
        problems.push({
          severity: 'warning',
          path: place,
          message: 'This leads to another machine; it is left out here.',
        })
        return []
      }
      return [[key, tame(inner, place, problems)]]
    }),
  )
}

function isRemotePicture(key: string, value: string): boolean {
  return /^url\(/i.test(value.trim()) || (key === 'url' && /^(?:https?:)?\/\//i.test(value) && !/\s/.test(value))
}
