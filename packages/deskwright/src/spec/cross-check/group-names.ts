import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachApp } from './walk.ts'

const reliable = /^Group [1-9]\d*$/

/** Groups are found by their names. */
export const groupNames: Rule = function* (documents) {
  for (const { app, where } of eachApp(documents)) {
    const seen = new Set<string>()
    for (const [index, { name }] of app.groups.entries()) {
      const place = { where, path: `groups[${index}].name` }
      if (seen.has(name)) yield diagnose('warning', 'group-name-taken', place, { name })
      else if (!reliable.test(name)) yield diagnose('advice', 'group-name', place, { name })
      seen.add(name)
    }
  }
}
