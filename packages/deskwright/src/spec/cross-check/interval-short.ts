import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** The client refuses a widget whose times are below one second. */
export const intervalShort: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const key of ['staleTime', 'refetchInterval'] as const) {
      const value = widget[key]
      if (typeof value === 'number' && !(value >= 1000)) {
        yield diagnose('error', 'interval-short', { where, path: key }, { key, value })
      }
    }
  }
}
