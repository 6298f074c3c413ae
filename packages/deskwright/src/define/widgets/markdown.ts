import { jsonAnswer } from '../answers/answer.ts'
import { describe } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a Markdown page. */
export interface MarkdownOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the Markdown text: tables, code, LaTeX, pictures by URL or `data:`. */
  readonly load: LoadOf<P, string>
}

const answer = jsonAnswer('a string of Markdown', (value) =>
  typeof value === 'string' ? undefined : `it is ${describe(value)}`,
)

const type: WidgetType = { type: 'markdown', methods: ['GET'], gridData: { w: 12, h: 8 }, answer }

/**
 * Declares a Markdown page.
 * @see widget-data §7
 */
export function markdown<const P extends Params = {}>(options: MarkdownOptions<P>): Widget<P, string> {
  return createWidget(type, options, { load: options.load })
}

/**
 * Declares a note: Workspace lets the user edit its copy.
 * @see widget-data §7
 */
export function note<const P extends Params = {}>(options: MarkdownOptions<P>): Widget<P, string> {
  return createWidget({ ...type, type: 'note' }, options, { load: options.load })
}
