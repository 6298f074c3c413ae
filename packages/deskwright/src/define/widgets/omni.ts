import type { OmniAnswer } from '../../spec/types.ts'
import { objectAnswer } from '../answers/object.ts'
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

/** Options of an omni widget. */
export interface OmniOptions<P extends Params> extends WidgetOptions<P> {
  /** Answers the prompt with text, a table or a chart; `data_format.parse_as` says which. */
  readonly load: LoadOf<WithPrompt<P>, OmniAnswer>
}

const type: WidgetType = {
  type: 'omni',
  methods: ['POST'],
  gridData: { w: 20, h: 12 },
  answer: objectAnswer('{ content, data_format: { data_type: "object", parse_as }, citable }', (answer) => {
    if (!('content' in answer)) return 'it has no content'
    return typeof answer['data_format'] === 'object' && answer['data_format'] !== null
      ? undefined
      : 'it has no data_format'
  }),
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
  return createWidget(type, options, { params, load: options.load })
}
