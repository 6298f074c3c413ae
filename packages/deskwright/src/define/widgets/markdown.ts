import { jsonAnswer } from '../answers/answer.ts'
import { describe } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import { atDataKey } from '../data-key.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a Markdown page. */
export interface MarkdownOptions<P extends Params, Key extends string | undefined> extends WidgetOptions<P> {
  /** Where in the answer the text is. Default: the answer is the text. */
  readonly dataKey?: Key
  /** Loads the Markdown text: tables, code, LaTeX, pictures by URL or `data:`. */
  readonly load: LoadOf<P, Key extends string ? object : string>
}

const answer = jsonAnswer('a string of Markdown', (value) =>
  typeof value === 'string' ? undefined : `it is ${describe(value)}`,
)

const type: WidgetType = { type: 'markdown', methods: ['GET'], gridData: { w: 12, h: 8 }, answer }

/**
 * Declares a Markdown page.
 * @see widget-data §7
 */
export function markdown<const P extends Params = {}, const Key extends string | undefined = undefined>(
  options: MarkdownOptions<P, Key>,
): Widget<P, Key extends string ? unknown : string> {
  const keyed = atDataKey(type, options.dataKey)
  return createWidget(keyed.type, options, { load: options.load, data: keyed.data })
}

/**
 * Declares a note: Workspace lets the user edit its copy.
 * @see widget-data §7
 */
export function note<const P extends Params = {}, const Key extends string | undefined = undefined>(
  options: MarkdownOptions<P, Key>,
): Widget<P, Key extends string ? unknown : string> {
  const keyed = atDataKey({ ...type, type: 'note' }, options.dataKey)
  return createWidget(keyed.type, options, { load: options.load, data: keyed.data })
}
