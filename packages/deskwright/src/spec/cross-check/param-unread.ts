import { diagnose } from '../../errors/diagnostic.ts'
import type { WireParam } from '../widgets/param.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** Keys that only one type of parameter reads. */
const readers: readonly (readonly [keyof WireParam, WireParam['type']])[] = [
  ['optionsEndpoint', 'endpoint'],
  ['language', 'text'],
]

/** Some keys are read for one type of parameter alone. */
export const paramUnread: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const { param, path } of eachParam(widget)) {
      for (const [key, type] of readers) {
        if (param[key] === undefined || param.type === type) continue
        yield diagnose(
          'warning',
          'param-key-unread',
          { where, path: `${path}.${key}` },
          { key, type, came: param.type },
        )
      }
    }
  }
}
