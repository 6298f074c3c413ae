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
