import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { AnyColumn } from '../columns/column.ts'
import { toAxis, toColumnTitle, type AxisPlan } from './axis.ts'
import { colors as themes, type Colors, type Theme } from './colors.ts'
import type { FigureColumns } from './figure-columns.ts'
import { isPresent, toName, toNumber, toPlace, type ValueKind } from './values.ts'

/** The places of a column along an axis. */
export interface Places {
  readonly kind: ValueKind
  readonly values: readonly (string | number | null)[]
}

/** What every kind of chart draws from. */
export interface Sheet {
  readonly colors: Colors
  title(name: string): string
  /** Reads a column as places along an axis. */
  places(name: string): Places
  /** Reads a column of numbers. Fails with `chart-values-unfit`. */
  numbers(name: string): (number | null)[]
  /** Reads a column as names, whatever it holds. */
  names(name: string): string[]
  /** Builds the axis of a column. Dates need no title. */
  axis(name: string, plan: Omit<AxisPlan, 'title' | 'column'>): Record<string, unknown>
  /** The axis of the values of some columns; only a single one can give it a title. */
  valueAxis(names: readonly string[]): Record<string, unknown>
}

/** What a kind of chart makes of its rows; nothing when there is nothing to see. */
export interface Drawn {
  readonly data: Record<string, unknown>[]
  readonly layout: Record<string, unknown>
}

/** Makes a sheet of rows. */
export function createSheet(
  rows: FigureColumns,
  theme: Theme,
  columns: Readonly<Record<string, AnyColumn>> = {},
): Sheet {
  const colors = themes[theme]
  const title = (name: string) => toColumnTitle(name, columns[name])
  return {
    colors,
    title,
    places(name) {
      const { values, kind } = rows.get(name)
      return { kind, values: values.map((value) => toPlace(value, kind)) }
    },
    numbers: (name) => toNumbers(name, rows.get(name).values),
    names: (name) => rows.get(name).values.map(toName),
    axis: (name, plan) =>
      toAxis({ ...plan, title: plan.kind === 'date' ? undefined : title(name), column: columns[name] }, colors),
    valueAxis(names) {
      const [name] = names as readonly [string]
      return toAxis(
        { kind: 'number', title: names.length === 1 ? title(name) : undefined, column: columns[name] },
        colors,
      )
    },
  }
}

/** Reads a column of numbers. Fails with `chart-values-unfit` when it holds other things only. */
function toNumbers(name: string, values: readonly unknown[]): (number | null)[] {
  const numbers = values.map(toNumber)
  if (numbers.every((number) => number === null)) {
    const other = values.find((value) => typeof value !== 'number' && isPresent(value))
    if (other !== undefined) throw new DeskwrightError('chart-values-unfit', { name, got: toName(other).slice(0, 40) })
  }
  return numbers
}
