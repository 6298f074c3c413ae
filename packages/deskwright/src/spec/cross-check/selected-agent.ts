import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachApp } from './walk.ts'

/** An app selects an agent of this backend, or one the user has from elsewhere. */
export const selectedAgent: Rule = function* (documents) {
  const { agents } = documents
  if (agents === undefined) return
  for (const { app, where } of eachApp(documents)) {
    const id = app.selected_agent
    if (id === undefined || id === '' || Object.hasOwn(agents, id)) continue
    yield diagnose('advice', 'selected-agent', { where, path: 'selected_agent' }, { id, ids: Object.keys(agents) })
  }
}
