import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Places, Sheet } from './sheet.ts'

/** One trace: values at places. */
export interface Series {
  readonly name: string
  readonly x: (string | number | null)[]
  readonly y: (number | null)[]
}

/** The most traces of one figure: a legend of more cannot be read. */
export const mostSeries = 100

/** What is split into series. */
export interface SeriesPlan {
  readonly x: Places
  readonly y: readonly string[]
  readonly by: string | undefined
}

/**
 * Splits rows into series, one for each column and group, in the order in which they appear. A series without any value is left out.
 * Fails with `chart-values-unfit`, `chart-too-large`.
 */
export function toSeries(sheet: Sheet, { x, y, by }: SeriesPlan): Series[] {
  const groups = by === undefined ? undefined : sheet.names(by)
  const series = y.flatMap((column) => {
    const values = sheet.numbers(column)
    const title = sheet.title(column)
    if (groups === undefined) return [{ name: title, x: [...x.values], y: values }]
    return splitBy(groups, x, values).map(({ name, ...rest }) => ({
      ...rest,
      name: y.length === 1 ? name : `${name}, ${title}`,
    }))
  })
  const seen = series.filter(({ y }) => y.some((value) => value !== null))
  if (seen.length > mostSeries) throw new DeskwrightError('chart-too-large', { what: 'series', most: mostSeries })
  return seen
}

/** Groups what is at the same rows by the values of a column. */
function splitBy(groups: readonly string[], x: Places, y: readonly (number | null)[]): Series[] {
  const series = new Map<string, Series>()
  groups.forEach((name, row) => {
    let one = series.get(name)
    if (one === undefined) series.set(name, (one = { name, x: [], y: [] }))
    one.x.push(x.values[row] ?? null)
    one.y.push(y[row] ?? null)
  })
  return [...series.values()]
}

/** Puts a series in the order of its axis, as a line needs it; one of names keeps the order of the rows. */
export function sortSeries(series: Series): Series {
  const { x, y } = series
  const order = x.map((_, index) => index).filter((index) => x[index] !== null)
  const compare = (a: number, b: number) => (x[a]! < x[b]! ? -1 : x[a]! > x[b]! ? 1 : 0)
  if (order.length === x.length && order.every((index) => index === 0 || compare(index - 1, index) <= 0)) return series
  order.sort(compare)
  return { ...series, x: order.map((index) => x[index]!), y: order.map((index) => y[index]!) }
}
