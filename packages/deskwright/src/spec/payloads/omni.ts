import { z } from 'zod'
import { jsonObject, list, optional } from '../exact.ts'
import { plotlyFigureSchema } from './plotly.ts'
import { rowsSchema } from './rows.ts'

const citation = z.strictObject({
  id: optional(z.string()),
  source_info: z.strictObject({
    type: z.literal('widget'),
    name: z.string(),
    uuid: optional(z.string()),
    origin: optional(z.string()),
    widget_id: optional(z.string()),
    description: optional(z.string()),
    metadata: optional(jsonObject),
    citable: optional(z.boolean()),
  }),
  /** Shown as keys and values. */
  details: optional(list(jsonObject)),
})

/** Where an answer comes from. */
export interface OmniCitation extends z.infer<typeof citation> {}

/** Reads where an answer comes from, exactly. */
export const omniCitationSchema: z.ZodType<OmniCitation> = citation

const common = {
  citable: z.boolean(),
  extra_citations: list(omniCitationSchema),
}

const format = <Kind extends string>(kind: Kind) =>
  z.strictObject({ data_type: z.literal('object'), parse_as: z.literal(kind) })

const textAnswer = z.strictObject({ content: z.string(), data_format: format('text'), ...common })
const tableAnswer = z.strictObject({ content: rowsSchema, data_format: format('table'), ...common })
const chartAnswer = z.strictObject({ content: plotlyFigureSchema, data_format: format('chart'), ...common })

/** An `omni` answer in Markdown. */
export interface OmniTextAnswer extends z.infer<typeof textAnswer> {}
/** An `omni` answer in rows. */
export interface OmniTableAnswer extends z.infer<typeof tableAnswer> {}
/** An `omni` answer as a Plotly figure. */
export interface OmniChartAnswer extends z.infer<typeof chartAnswer> {}

/** What an `omni` answers. */
export type OmniAnswer = OmniTextAnswer | OmniTableAnswer | OmniChartAnswer

/** Reads what an `omni` answers, exactly. */
export const omniAnswerSchema: z.ZodType<OmniAnswer> = z.union([textAnswer, tableAnswer, chartAnswer])
