import { diagnose } from '../../errors/diagnostic.ts'
import { rawWidgetTypes } from '../widgets/widget-types.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** Only some widget types have a raw view. */
export const rawUnsupported: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.raw !== true || (rawWidgetTypes as readonly string[]).includes(widget.type)) continue
    yield diagnose('advice', 'raw-unsupported', { where, path: 'raw' }, { type: widget.type, types: rawWidgetTypes })
  }
}
