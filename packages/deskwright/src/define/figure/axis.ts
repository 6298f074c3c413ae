import type { AnyColumn } from '../columns/column.ts'
import type { Colors } from './colors.ts'
import { toTitle } from '../../internal/to-title.ts'
import type { ValueKind } from './values.ts'

/** An axis: a column, what its values are, and the author's wishes for it. */
export interface AxisPlan {
  readonly kind: ValueKind
  /** `undefined`: the axis needs no title. */
  readonly title: string | undefined
  readonly places?: readonly (string | number | null)[]
  readonly column?: AnyColumn | undefined
}

/** Builds a Plotly axis. Its type is always said: Plotly would guess numbers and dates in names. */
export function toAxis({ kind, title, places = [], column }: AxisPlan, colors: Colors): Record<string, unknown> {
  return {
    automargin: true,
    gridcolor: colors.grid,
    linecolor: colors.grid,
    zerolinecolor: colors.grid,
    ...(title !== undefined && { title: { text: title, standoff: 8, font: { color: colors.muted } } }),
    ...byKind[kind](places),
    ...(kind === 'number' && column && toNumberFormat(column)),
  }
}

const byKind: Readonly<Record<ValueKind, (places: readonly (string | number | null)[]) => Record<string, unknown>>> = {
  date: (places) => ({ type: 'date', ...toDayTicks(places) }),
  name: (places) => ({
    type: 'category',
    categoryorder: 'array',
    categoryarray: [...new Set(places)],
  }),
  number: (places) => ({ type: 'linear', ...toWholeNumberTicks(places) }),
}

const day = 86_400_000

/** Days are written without a time; a few of them get a tick each. */
function toDayTicks(places: readonly (string | number | null)[]): Record<string, unknown> {
  const isDated = places.every((place) => place === null || isDay(place))
  const days = isDated ? [...new Set(places)].filter((place) => place !== null) : []
  if (days.length === 0) return {}
  const times = days.map((text) => Date.parse(text))
  const span = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))
  return { hoverformat: '%Y-%m-%d', ...(span <= 7 * day && { dtick: day }) }
}

/** Whether a date has no time of day. */
export function isDay(place: string | number): place is string {
  return typeof place === 'string' && place.length === 10
}

/** A few whole numbers side by side get a tick each; years get no thousands separators. */
function toWholeNumberTicks(places: readonly (string | number | null)[]): Record<string, unknown> {
  let least = Infinity
  let greatest = -Infinity
  for (const place of places) {
    if (place === null) continue
    if (!Number.isSafeInteger(place)) return {}
    least = Math.min(least, place as number)
    greatest = Math.max(greatest, place as number)
  }
  if (greatest < least) return {}
  return {
    ...(greatest - least <= 24 && { dtick: 1 }),
    ...(least >= 1000 && greatest < 3000 && { tickformat: 'd', hoverformat: 'd' }),
  }
}

/** Writes a table column's format in the words of a Plotly axis. */
function toNumberFormat({ wire }: AnyColumn): Record<string, unknown> {
  const { formatterFn, decimalPlaces, prefix, suffix } = wire
  const decimals = decimalPlaces ?? (formatterFn === 'int' ? 0 : undefined)
  const isRatio = formatterFn === 'normalizedPercent'
  const after = suffix ?? (formatterFn === 'percent' ? '%' : undefined)
  return {
    ...(prefix !== undefined && { tickprefix: prefix }),
    ...(after !== undefined && { ticksuffix: after }),
    ...(isRatio && { tickformat: ',.2~%' }),
    ...(isRatio && decimals === undefined && { hoverformat: ',.2~%' }),
    ...(decimals !== undefined && { hoverformat: `,.${decimals}${isRatio ? '%' : 'f'}` }),
  }
}

/** The title of a column: the author's, or its name written for people. */
export function toColumnTitle(name: string, column: AnyColumn | undefined): string {
  return column?.wire.headerName ?? toTitle(name)
}
