import { z } from 'zod'
import { jsonObject, list, optional } from '../exact.ts'

const figure = z.strictObject({
  /** The traces; without one nothing is drawn. */
  data: list(jsonObject, 1),
  layout: optional(jsonObject),
  /** The toolbar and other settings of the drawing itself. */
  config: optional(jsonObject),
  frames: optional(list(jsonObject)),
})

/** What a `chart` answers: a Plotly figure. */
export interface PlotlyFigure extends z.infer<typeof figure> {}

/** Reads a Plotly figure, exactly. */
export const plotlyFigureSchema: z.ZodType<PlotlyFigure> = figure

const received = z.object({
  data: list(jsonObject),
  layout: optional(jsonObject).catch({}),
  config: optional(jsonObject).catch({}),
  frames: optional(list(jsonObject)).catch([]),
})

/** Reads a figure as others send it: below `results` too, with or without traces, other keys left out. */
export const receivedPlotlyFigureSchema: z.ZodType<PlotlyFigure> = z.preprocess(
  (value) => (isObject(value) && isObject(value['results']) ? value['results'] : value),
  received,
)

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
