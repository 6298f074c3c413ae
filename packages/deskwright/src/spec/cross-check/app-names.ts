import { diagnose } from '../../errors/diagnostic.ts'
import { toSlug } from '../slug.ts'
import type { Rule } from './documents.ts'
import { eachApp } from './walk.ts'

/** Workspace makes an app's identity from its name: two apps of one slug are one app. */
export const appNames: Rule = function* (documents) {
  const seen = new Map<string, string>()
  for (const { app, where } of eachApp(documents)) {
    const slug = toSlug(app.name)
    const other = seen.get(slug)
    if (other === undefined) seen.set(slug, app.name)
    else yield diagnose('error', 'app-name-taken', { where, path: 'name' }, { name: app.name, other, slug })
  }
}
