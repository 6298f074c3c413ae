import { textAnswer } from '../answers/answer.ts'
import { mapLoad } from '../map-load.ts'
import { toPageText, type Markup } from '../page/markup.ts'
import type { Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of an embedded page: its `endpoint` elsewhere, or a `load` that serves it here. */
export type IframeOptions<P extends Params> = WidgetOptions<P> &
  (
    | { /** The page: `https`, or `http` on this machine. */ readonly endpoint: string; readonly load?: never }
    | { /** Loads the page's HTML. */ readonly load: LoadOf<P, string | Markup> }
  )

const type: WidgetType = {
  type: 'iframe',
  methods: ['GET'],
  gridData: { w: 20, h: 14 },
  answer: textAnswer('a string of HTML', 'text/html'),
}

/**
 * Declares an embedded page. Params and the theme are appended to its URL.
 * @see widget-data §10
 */
export function iframe<const P extends Params = {}>(options: IframeOptions<P>): Widget<P, string> {
  return createWidget(type, options, { ...(options.load && { load: mapLoad(options.load, toPageText) }) })
}
