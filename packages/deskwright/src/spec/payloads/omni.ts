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

const kinds = z.enum(['text', 'table', 'chart'])

/** Reads an answer as others send it: what is missing is guessed from the content. */
export const receivedOmniAnswerSchema: z.ZodType<OmniAnswer> = z
  .looseObject({
    content: z.unknown(),
    data_format: z.looseObject({ parse_as: kinds.optional().catch(undefined) }).optional(),
    citable: z.boolean().catch(false),
    extra_citations: list(z.looseObject({})).catch([]),
  })
  .transform(({ content, data_format, citable, extra_citations }): unknown => ({
    content,
    data_format: { data_type: 'object', parse_as: data_format?.parse_as ?? guessKind(content) },
    citable,
    extra_citations: extra_citations.flatMap((entry) => omniCitationSchema.safeParse(entry).data ?? []),
  }))
  .pipe(omniAnswerSchema)

function guessKind(content: unknown): z.infer<typeof kinds> {
  if (Array.isArray(content)) return 'table'
  return typeof content === 'object' ? 'chart' : 'text'
}

/** What an `omni` is asked: its parameters, of which one is the prompt. */
export interface OmniRequest {
  readonly prompt: string
  readonly [param: string]: unknown
}

/** Reads what an `omni` is asked: a missing prompt is an empty one. */
export const omniRequestSchema: z.ZodType<OmniRequest> = z.looseObject({ prompt: z.string().catch('') })
