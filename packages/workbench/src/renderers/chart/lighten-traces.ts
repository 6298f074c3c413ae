import { isJsonObject, type JsonObject } from './json-object.ts'

/** Traces that a browser can draw, and how many of their points are left out. */
export interface LightTraces {
  readonly traces: readonly JsonObject[]
  readonly total: number
  readonly shown: number
}

/** How many elements of SVG all traces together may have before a page feels slow. */
export const manyPoints = 40_000

/** Traces with one element on the page for each point. Lines are one path, which Plotly thins by itself without a visible difference. */
const elementwise = new Set([
  'bar',
  'barpolar',
  'candlestick',
  'funnel',
  'ohlc',
  'scatter',
  'scattercarpet',
  'scattergeo',
  'scatterpolar',
  'scattersmith',
  'scatterternary',
  'waterfall',
])

/**
 * Makes traces of very many points drawable: points of scatter traces go to the graphics hardware where there is some; what has to
 * stay an element a point is thinned evenly. Traces of usual sizes stay as they are.
 */
export function lightenTraces(traces: readonly JsonObject[], hasGraphics: boolean): LightTraces {
  const counts = traces.map((trace) => (isElementwise(trace) ? countPoints(trace) : 0))
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total <= manyPoints) return { traces, total, shown: total }
  let shown = 0
  const light = traces.map((trace, index) => {
    const count = counts[index] ?? 0
    if (count === 0) return trace
    if (hasGraphics && isPlainScatter(trace)) {
      shown += count
      return { ...trace, type: 'scattergl' }
    }
    const step = Math.ceil(total / manyPoints)
    shown += Math.ceil(count / step)
    return thin(trace, count, step) as JsonObject
  })
  return { traces: light, total, shown }
}

function isElementwise({ type = 'scatter', mode, visible }: JsonObject): boolean {
  if (visible === false || !elementwise.has(String(type))) return false
  return !String(type).startsWith('scatter') || (typeof mode === 'string' && /markers|text/.test(mode))
}

/** What the hardware draws as the page would. */
function isPlainScatter({ type = 'scatter', stackgroup, groupnorm, line }: JsonObject): boolean {
  const shape = isJsonObject(line) ? line['shape'] : undefined
  return type === 'scatter' && stackgroup === undefined && groupnorm === undefined && shape !== 'spline'
}

function countPoints(trace: JsonObject): number {
  return Math.max(0, ...['x', 'y', 'close', 'a', 'r', 'lat', 'theta', 'real'].map((key) => toLength(trace[key])))
}

function toLength(value: unknown): number {
  if (Array.isArray(value)) return value.length
  return isPacked(value) ? unpack(value).length : 0
}

/** Keeps every so manyeth entry of all lists that have one entry for each point. */
function thin(value: unknown, count: number, step: number): unknown {
  if (isPacked(value)) return thin(unpack(value), count, step)
  if (Array.isArray(value)) {
    return value.length === count ? value.filter((_, index) => index % step === 0) : value
  }
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thin(inner, count, step)]))
}

/** Numbers as Plotly's Python library packs them. */
interface Packed extends JsonObject {
  readonly dtype: string
  readonly bdata: string
}

function isPacked(value: unknown): value is Packed {
  return (
    isJsonObject(value) &&
    typeof value['bdata'] === 'string' &&
    String(value['dtype']) in kinds &&
    value['shape'] === undefined
  )
}

const kinds = {
  f8: Float64Array,
  f4: Float32Array,
  i4: Int32Array,
  u4: Uint32Array,
  i2: Int16Array,
  u2: Uint16Array,
  i1: Int8Array,
  u1: Uint8Array,
  u1c: Uint8ClampedArray,
} as const

function unpack({ dtype, bdata }: Packed): readonly number[] {
  const kind = kinds[dtype as keyof typeof kinds]
  try {
    const { buffer, length } = Uint8Array.from(atob(bdata), (letter) => letter.charCodeAt(0))
    return Array.from(new kind(buffer.slice(0, length - (length % kind.BYTES_PER_ELEMENT))))
  } catch {
    return []
  }
}
