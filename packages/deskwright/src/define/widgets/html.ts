import { textAnswer } from '../answers/answer.ts'
import { rowsAnswer } from '../answers/rows.ts'
import { mapLoad } from '../map-load.ts'
import { toPageText, type Markup } from '../page/markup.ts'
import type { Params } from '../params/param.ts'
import type { RawRows } from '../raw-rows.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of an HTML page. */
export interface HtmlOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the document or fragment. `markup` escapes what you did not write; of a string you have to see to that. */
  readonly load: LoadOf<P, string | Markup>
  /** Loads the rows behind the page. */
  readonly raw?: LoadOf<P, RawRows>
}

const type: WidgetType = {
  type: 'html',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: textAnswer('a string of HTML', 'text/html'),
  rawAnswer: rowsAnswer,
}

/**
 * Declares an HTML page in a sandbox.
 * @see widget-data §9
 */
export function html<const P extends Params = {}>(options: HtmlOptions<P>): Widget<P, string> {
  return createWidget(type, options, {
    load: mapLoad(options.load, toPageText),
    ...(options.raw && { rawLoad: options.raw }),
  })
}
