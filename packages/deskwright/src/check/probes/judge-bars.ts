import type { Severity } from '../../errors/diagnostic.ts'
import { show } from '../../internal/show.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import type { AskedJson } from './ask-json.ts'

/** Bars of an answer. */
export interface Bars {
  readonly kind: 'bars'
  readonly url: string
  /** When each begins, as it came. */
  readonly t: readonly number[]
}

/** What `/history` answered. */
export type ReadBars =
  | Bars
  | { readonly kind: 'none'; readonly url: string; readonly nextTime: number | undefined }
  | { readonly kind: 'wrong'; readonly url: string; readonly reason: string }

const day = 86_400
const lists = ['t', 'o', 'h', 'l', 'c'] as const

/** Reads what `/history` answered, as tolerant as charts are. */
export function readBars(asked: AskedJson & { readonly url: string }): ReadBars {
  const { url } = asked
  const wrong = (reason: string): ReadBars => ({ kind: 'wrong', url, reason })
  if (asked.problem !== undefined) return wrong(asked.problem)
  const { value } = asked
  if (!isJsonObject(value)) return wrong(`an object is expected, ${show(value)} came`)
  const { s } = value
  if (s === 'no_data') {
    const next = value['nextTime']
    return { kind: 'none', url, nextTime: typeof next === 'number' ? next : undefined }
  }
  if (s === 'error') return wrong(`it says ${show(value['errmsg'])}`)
  if (s !== 'ok') return wrong(`"s" is "ok", "no_data" or "error", ${show(s)} came`)
  const lengths = new Map<string, number>()
  for (const name of value['v'] === undefined ? lists : [...lists, 'v']) {
    const list = value[name]
    if (!Array.isArray(list)) return wrong(`${JSON.stringify(name)} is no list, ${show(list)} came`)
    const bad: unknown = list.find((entry: unknown) => entry !== null && !Number.isFinite(Number(entry)))
    if (bad !== undefined) return wrong(`${JSON.stringify(name)} holds ${show(bad)}, which is no number`)
    lengths.set(name, list.length)
  }
  if (new Set(lengths.values()).size > 1) {
    const counted = [...lengths].map(([name, length]) => `${name} ${length}`)
    return wrong(`the lists are not of one length: ${counted.join(', ')}`)
  }
  return { kind: 'bars', url, t: (value['t'] as readonly unknown[]).map(Number) }
}

/** What is wrong with bars that can be read. */
export interface BarFault {
  readonly severity: Severity
  readonly code: 'udf-times' | 'udf-range'
  readonly reason: string
}

/** Judges the times of bars against what was asked for; `length` is how long a bar lasts, in seconds. */
export function judgeBars(
  { t }: Pick<Bars, 't'>,
  { from, to, length }: { readonly from: number; readonly to: number; readonly length: number },
): readonly BarFault[] {
  const faults: BarFault[] = []
  const add = (severity: Severity, code: BarFault['code'], reason: string) => faults.push({ severity, code, reason })
  const milliseconds = t.find((time) => time > 1e11)
  if (milliseconds !== undefined) {
    add('error', 'udf-times', `${milliseconds} are milliseconds`)
    return faults
  }
  const at = t.findIndex((time, index) => index > 0 && time <= (t[index - 1] ?? 0))
  if (at !== -1) {
    const what = t[at] === t[at - 1] ? `${t[at]} comes twice` : `${t[at]} comes behind ${t[at - 1]}`
    add('error', 'udf-times', what)
  }
  const odd = length < day ? undefined : t.find((time) => time % day !== 0)
  if (odd !== undefined) add('warning', 'udf-times', `${new Date(odd * 1000).toISOString()} is not 00:00 UTC of a day`)
  // The bar that holds `from` began before it.
  const early = t.filter((time) => time < from - length)
  const late = t.filter((time) => time > to + length)
  const count = (times: readonly number[]) => `${times.length} of ${t.length}, ${toText(times[0])} for one`
  if (late.length > 0) add('warning', 'udf-range', `${count(late)}, come behind ${toText(to)}`)
  else if (early.length > 0) add('advice', 'udf-range', `${count(early)}, come before ${toText(from)}`)
  return faults
}

function toText(time = 0): string {
  return new Date(time * 1000).toISOString().slice(0, 10)
}
