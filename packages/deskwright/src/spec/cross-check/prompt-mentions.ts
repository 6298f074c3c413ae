import { diagnose } from '../../errors/diagnostic.ts'
import { findNearest } from '../../internal/nearest.ts'
import type { Rule } from './documents.ts'
import { eachApp, findWidget } from './walk.ts'

/** Prompts mention widgets that exist; other mentions stay literal text. */
export const promptMentions: Rule = function* (documents) {
  const ids = Object.keys(documents.widgets)
  for (const { app, where } of eachApp(documents)) {
    for (const [index, prompt] of app.prompts.entries()) {
      for (const [, id = ''] of prompt.matchAll(/@\[id:([^\]]*)\]/g)) {
        if (findWidget(documents, id) !== undefined) continue
        const place = { where, path: `prompts[${index}]` }
        yield diagnose('warning', 'prompt-mention', place, { id, nearest: findNearest(id, ids) })
      }
    }
  }
}
