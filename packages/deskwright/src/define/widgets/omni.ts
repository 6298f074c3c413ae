import type { OmniAnswer, OmniChartAnswer, OmniTableAnswer, OmniTextAnswer } from '../../spec/types.ts'
import { isObject, objectAnswer } from '../answers/object.ts'
import { checkRows, describe } from '../answers/rows.ts'
import { mapLoad } from '../map-load.ts'
import { text } from '../params/text.ts'
import type { AnyParam, Param, Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/**
 * The params of an omni widget: its own and the prompt, which is added when it is not declared. Written inside
 * `defineBackend` without params, a widget has them inferred as anything; the prompt would drown in that.
 */
export type WithPrompt<P extends Params> = string extends keyof P
  ? { readonly prompt: Param<string> }
  : P extends { readonly prompt: AnyParam }
    ? P
    : P & { readonly prompt: Param<string> }

type Said = 'citable' | 'extra_citations'

/** Text as authors write it: not citable and without citations unless it says so. */
export interface OmniText extends Omit<OmniTextAnswer, Said>, Partial<Pick<OmniTextAnswer, Said>> {}

/** A table as authors write it. */
export interface OmniTable extends Omit<OmniTableAnswer, Said>, Partial<Pick<OmniTableAnswer, Said>> {}

/** A chart as authors write it. */
export interface OmniChart extends Omit<OmniChartAnswer, Said>, Partial<Pick<OmniChartAnswer, Said>> {}

/** Options of an omni widget. */
export interface OmniOptions<P extends Params> extends WidgetOptions<P> {
  /** Answers the prompt with text, a table or a chart; `data_format.parse_as` says which. */
  readonly load: LoadOf<WithPrompt<P>, OmniText | OmniTable | OmniChart>
}

const type: WidgetType = {
  type: 'omni',
  methods: ['POST'],
  gridData: { w: 20, h: 12 },
  answer: objectAnswer('{ content, data_format: { data_type: "object", parse_as }, citable }', (answer) => {
    const { content, data_format: format } = answer
    if (content === undefined) return 'it has no content'
    if (!isObject(format)) return 'it has no data_format'
    const check = contents[format['parse_as'] as keyof typeof contents]
    if (check === undefined) return `its parse_as ${JSON.stringify(format['parse_as'])} is not text, table or chart`
    const problem = check(content)
    return problem && `its content is no ${String(format['parse_as'])}: ${problem}`
  }),
}

/** What the content is for each `parse_as`. */
const contents = {
  text: (content: unknown) => (typeof content === 'string' ? undefined : `it is ${describe(content)}`),
  table: checkRows,
  chart: (content: unknown) => (isObject(content) ? undefined : `it is ${describe(content)}`),
}

/** Adds what every answer says. A wrong answer is left as it is, so that its check can name it. */
function complete(answer: unknown): unknown {
  return isObject(answer) ? { citable: false, extra_citations: [], ...answer } : answer
}

/** A prompt of its own for each widget: sharing one would group them. An absent prompt is empty text. */
function createPrompt(): Param<string> {
  return text('Prompt', { value: '' })
}

/**
 * Declares a prompt box whose answer is text, a table or a chart.
 * @see widget-data §13
 */
export function omni<const P extends Params = {}>(options: OmniOptions<P>): Widget<P, OmniAnswer> {
  const params = { ...options.params, prompt: options.params?.['prompt'] ?? createPrompt() }
  return createWidget(type, options, { params, load: mapLoad(options.load, complete) })
}
