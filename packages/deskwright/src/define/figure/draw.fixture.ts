import type { Theme } from './colors.ts'
import { toFields, type Drawing } from './drawing.ts'
import { toFigure } from './figure.ts'
import { createFigureColumns } from './figure-columns.ts'

/** A figure as a test looks at it. */
export interface LooseFigure {
  readonly data: readonly Readonly<Record<string, any>>[]
  readonly layout: Readonly<Record<string, any>>
  readonly config: Readonly<Record<string, unknown>>
}

/** Draws rows at once. */
export function draw(rows: readonly object[], drawing: Drawing, theme: Theme = 'dark'): LooseFigure {
  const columns = createFigureColumns(toFields(drawing))
  columns.add(rows)
  return toFigure(columns, drawing, theme) as LooseFigure
}
