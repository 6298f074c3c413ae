import { isJsonObject, type JsonObject } from './json-object.ts'
import { isPacked, unpack } from './packed-numbers.ts'
import { thinGrid, thinPoints } from './thin-trace.ts'

/** Traces that a browser can draw, and how many of their points are left out. */
export interface LightTraces {
  readonly traces: readonly JsonObject[]
  /** Points of traces that take the longer the more they have. */
  readonly total: number
  readonly shown: number
}

/** How many elements of SVG all traces together may have before a page feels slow. */
export const manyPoints = 20_000

/** Traces that grow heavy in the same way, and what makes them light. */
interface Burden {
  readonly isBurden: (trace: JsonObject) => boolean
  /** How many points all of them together may have. */
  readonly limit: number
  readonly count: (trace: JsonObject) => number
  /** Leaves out so many times as many points as may stay. */
  readonly lighten: (trace: JsonObject, count: number, times: number) => JsonObject
  /** Whether it is one only where a browser has no graphics hardware. */
  readonly isSoftware?: true
}

/** One element on the page for each point. */
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
/** What graphics hardware draws, and what draws the same without. */
const flat: Readonly<Record<string, string>> = { scattergl: 'scatter', scatterpolargl: 'scatterpolar' }
const clouds = new Set(['cone', 'densitymap', 'parcoords', 'scatter3d', 'scattermap', 'splom'])
const contours = new Set(['contour', 'contourcarpet'])
/** Without all of their points they are something else. */
const solids = new Set(['isosurface', 'mesh3d', 'streamtube', 'volume'])

const burdens: readonly Burden[] = [
  { isBurden: isElementwise, limit: manyPoints, count: countPoints, lighten: thinPoints },
  { isBurden: isOf(contours), limit: 40_000, count: countCells, lighten: thinEvenly },
  { isBurden: isOf(new Set(['surface'])), limit: 40_000, count: countCells, lighten: thinEvenly, isSoftware: true },
  { isBurden: isOf(clouds), limit: 10_000, count: countPoints, lighten: thinPoints, isSoftware: true },
  {
    isBurden: isOf(solids),
    limit: 10_000,
    count: countPoints,
    lighten: (trace) => ({ ...trace, visible: false }),
    isSoftware: true,
  },
]

/**
 * Makes traces of very many points drawable: points of scatter traces go to the graphics hardware where there is some; where there
 * is none, what needs it is drawn without it. What is still too much is thinned evenly. Traces of usual sizes stay as they are.
 */
export function lightenTraces(given: readonly JsonObject[], hasGraphics: () => boolean): LightTraces {
  const isSoftware = given.some(({ type }) => needsGraphics(String(type))) && !hasGraphics()
  const flattened = isSoftware ? given.map(toFlat) : given
  return burdens
    .filter((burden) => isSoftware || burden.isSoftware === undefined)
    .reduce<LightTraces>((light, burden) => lightenBurden(light, burden, hasGraphics), {
      traces: flattened,
      total: 0,
      shown: 0,
    })
}

function lightenBurden(light: LightTraces, burden: Burden, hasGraphics: () => boolean): LightTraces {
  const { isBurden, limit, count, lighten } = burden
  const counts = light.traces.map((trace) => (isBurden(trace) ? count(trace) : 0))
  const total = counts.reduce((sum, points) => sum + points, 0)
  if (total <= limit) return { ...light, total: light.total + total, shown: light.shown + total }
  const times = Math.ceil(total / limit)
  let shown = 0
  const traces = light.traces.map((trace, index) => {
    const points = counts[index] ?? 0
    if (points === 0) return trace
    const lighter =
      isPlainScatter(trace) && hasGraphics() ? { ...trace, type: 'scattergl' } : lighten(trace, points, times)
    shown += lighter['visible'] === false ? 0 : lighter['type'] === 'scattergl' ? points : count(lighter)
    return lighter
  })
  return { traces, total: light.total + total, shown: light.shown + shown }
}

function needsGraphics(type: string): boolean {
  return type in flat || clouds.has(type) || solids.has(type) || type === 'surface'
}

function toFlat(trace: JsonObject): JsonObject {
  const type = flat[String(trace['type'])]
  return type === undefined ? trace : { ...trace, type }
}

function isOf(types: ReadonlySet<string>): Burden['isBurden'] {
  return ({ type, visible }) => visible !== false && types.has(String(type))
}

/** Lines are one path, which Plotly thins by itself without a visible difference. */
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
  const { dimensions } = trace
  const lists = ['x', 'y', 'close', 'a', 'r', 'lat', 'theta', 'real'].map((key) => trace[key])
  const inner = Array.isArray(dimensions) ? dimensions.map((one) => (isJsonObject(one) ? one['values'] : [])) : []
  return Math.max(0, ...[...lists, ...inner].map((list) => toList(list).length))
}

function countCells({ z }: JsonObject): number {
  const rows = toList(z)
  return rows.length * Math.max(1, toList(rows[0]).length)
}

function thinEvenly(trace: JsonObject, _count: number, times: number): JsonObject {
  return thinGrid(trace, Math.ceil(Math.sqrt(times)))
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isPacked(value) ? unpack(value) : []
}
