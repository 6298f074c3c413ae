import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** An `omni` draws its editor for a text parameter that is called `prompt`. */
export const omniPrompt: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.type !== 'omni') continue
    const found = [...eachParam(widget)].some(({ param }) => param.paramName === 'prompt' && param.type === 'text')
    if (!found) yield diagnose('warning', 'omni-prompt', { where, path: 'params' }, {})
  }
}
