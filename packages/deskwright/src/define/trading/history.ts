import type { UdfHistory } from '../../spec/types.ts'
import type { TimedBar } from './bar.ts'

/** What a chart asks for: bars that begin from one moment on and before another, in Unix seconds. */
export interface BarRange {
  readonly from: number
  readonly to: number
}

/** Gives the bars that begin within a range, in the order of time. */
export type LoadBars = (range: BarRange) => Promise<readonly TimedBar[]>

/** What is asked of a history. */
export interface HistoryRequest extends BarRange {
  /** So many bars before `to`, however far back, instead of those from `from` on. */
  readonly countback: number | undefined
  /** How long a bar lasts, in seconds. */
  readonly length: number
}

const earliest = -8_520_336_000 // 1700: there are no older prices

/** Answers `/history`. Where nothing begins within the range, it says when the last bar before it does. */
export async function toHistory(load: LoadBars, { from, to, countback, length }: HistoryRequest): Promise<UdfHistory> {
  const bars = countback === undefined ? await load({ from, to }) : await loadLast(load, to, countback, length)
  if (bars.length > 0) return toColumns(bars)
  const [last] = await loadLast(load, Math.min(from, to), 1, length)
  return last === undefined ? { s: 'no_data' } : { s: 'no_data', nextTime: last.time }
}

/** Looks further and further back until there are enough bars. */
async function loadLast(load: LoadBars, to: number, count: number, length: number): Promise<readonly TimedBar[]> {
  if (count < 1) return []
  let span = length * (count + 2) * 2
  let found: readonly TimedBar[] = []
  for (let end = to; end > earliest; span *= 4) {
    const from = Math.max(end - span, earliest)
    found = [...(await load({ from, to: end })), ...found]
    if (found.length >= count) break
    end = from
  }
  return found.slice(-count)
}

function toColumns(bars: readonly TimedBar[]): UdfHistory {
  return {
    s: 'ok',
    t: bars.map(({ time }) => time),
    o: bars.map(({ open }) => open),
    h: bars.map(({ high }) => high),
    l: bars.map(({ low }) => low),
    c: bars.map(({ close }) => close),
    ...(bars.some(({ volume }) => volume != null) && { v: bars.map(({ volume }) => volume ?? 0) }),
  }
}
