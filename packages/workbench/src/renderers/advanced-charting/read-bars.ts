import { isJsonObject, nameKind } from '../chart/json-object.ts'
import type { RenderProblem } from '../renderer.ts'
import type { BarPage } from './bar-history.ts'
import type { Bar } from './bar.ts'

/** What `/history` has, or why it has nothing; and what is wrong with the answer. */
export type BarsReading = (BarPage | { readonly failure: string }) & { readonly problems: readonly RenderProblem[] }

/** Reads an answer of `/history`. Bars that are not complete are left out, and said. */
export function readBars(answer: unknown): BarsReading {
  if (!isJsonObject(answer)) return toFailure(`/history answered ${nameKind(answer)}, not bars.`)
  if (answer['s'] === 'error') {
    const { errmsg } = answer
    return toFailure(typeof errmsg === 'string' ? errmsg : 'The backend gives no reason (errmsg).')
  }
  if (answer['s'] === 'no_data') {
    const next = answer['nextTime']
    if (next === undefined || next === null) return { bars: [], end: true, problems: [] }
    const nextTime = Number(next)
    if (isSeconds(nextTime)) return { bars: [], nextTime, problems: [] }
    return {
      bars: [],
      end: true,
      problems: [{ severity: 'error', path: 'nextTime', message: 'This is not Unix seconds.' }],
    }
  }
  if (answer['s'] !== 'ok')
    return toFailure(`/history answered s = ${JSON.stringify(answer['s'])}; it has to be ok, no_data or error.`)

  const columns = [...required, 'v'].map((key) => [key, answer[key]] as const)
  const missing = columns.filter(([key, column]) => key !== 'v' && !Array.isArray(column)).map(([key]) => key)
  if (missing.length > 0) return toFailure(`/history answered no array ${missing.join(', ')}.`)

  const problems: RenderProblem[] = []
  const lists = Object.fromEntries(
    columns.map(([key, column]) => [key, Array.isArray(column) ? (column as unknown[]) : []]),
  )
  const [length = 0, ...others] = required.map((key) => lists[key]!.length)
  if (others.some((other) => other !== length)) {
    problems.push({
      severity: 'error',
      path: 't',
      message: 't, o, h, l and c have different lengths; what is over is left out.',
    })
  }
  const bars: Bar[] = []
  let dropped: number | undefined
  for (let index = 0; index < Math.min(length, ...others); index++) {
    const [time, open, high, low, close, volume] = [...required, 'v'].map((key) => toNumber(lists[key]![index]))
    if (isSeconds(time!) && [open, high, low, close].every(Number.isFinite)) {
      bars.push({
        time,
        open: open!,
        high: high!,
        low: low!,
        close: close!,
        ...(Number.isFinite(volume) && { volume: volume! }),
      })
    } else dropped ??= index
  }
  if (dropped !== undefined) problems.push(toDropped(lists['t']![dropped], dropped))
  if (bars.some(({ time }, index) => index > 0 && time <= bars[index - 1]!.time)) {
    problems.push({
      severity: 'warning',
      path: 't',
      message: 'The times are not ascending.',
      hint: 'Sort by time, each once.',
    })
  }
  return { bars, problems }
}

const required = ['t', 'o', 'h', 'l', 'c'] as const

function toFailure(failure: string): BarsReading {
  return { failure, problems: [{ severity: 'error', message: failure }] }
}

function toDropped(time: unknown, index: number): RenderProblem {
  const milliseconds = Number(time) > latest
  return {
    severity: milliseconds ? 'error' : 'warning',
    path: `t[${index}]`,
    message: milliseconds ? 'This time is in milliseconds.' : 'This bar lacks a time or a price and is left out.',
    ...(milliseconds && { hint: 'Answer Unix seconds: divide by 1000.' }),
  }
}

/** The year 5138; later times are milliseconds. */
const latest = 1e11

function isSeconds(value: number): value is number {
  return Number.isFinite(value) && value >= 0 && value <= latest
}

/** Numbers may be in quotes; no value is no number. */
function toNumber(value: unknown): number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN
}
