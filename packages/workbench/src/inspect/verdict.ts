import type { Diagnostic } from 'deskwright/spec'
import type { BackendState, ConnectedBackend } from '../connect/backend-state.ts'

/** What Workspace would say when a backend is added. */
export interface Verdict {
  readonly accepted: boolean
  /** In one sentence. */
  readonly message: string
  /** What would be missing, a sentence each. */
  readonly lost: readonly string[]
}

/** Says what Workspace would do with a backend: one invalid widget costs all of them, one invalid app all apps. */
export function toVerdict(state: BackendState): Verdict | undefined {
  if (state.status === 'failed') {
    return { accepted: false, message: `Workspace would say: ${state.failure.workspaceSays}.`, lost: [] }
  }
  if (state.backend === undefined) return undefined
  const { backend } = state
  const counts = { widgets: Object.keys(backend.widgets).length, apps: backend.apps.length }
  const widgetErrors = errorsOf(backend, 'widget')
  const appErrors = errorsOf(backend, 'app')
  const agentErrors = errorsOf(backend, 'agent')
  const ignored = backend.diagnostics.filter(({ severity }) => severity === 'warning').length
  const lost = [
    ...(widgetErrors.length === 0 ? [] : [toLoss(widgetErrors, counts.widgets, 'widget')]),
    ...(appErrors.length === 0 ? [] : [toLoss(appErrors, counts.apps, 'app')]),
    ...(agentErrors.length === 0 ? [] : [`${listPlaces(agentErrors)} would be left out.`]),
    ...(ignored === 0
      ? []
      : [`${ignored} ${ignored === 1 ? 'thing' : 'things'} would be ignored or work differently.`]),
  ]
  const accepted = widgetErrors.length === 0
  const parts = `${counts.widgets} ${counts.widgets === 1 ? 'widget' : 'widgets'} and ${counts.apps} ${counts.apps === 1 ? 'app' : 'apps'}`
  const message = accepted ? `Workspace would accept it: ${parts}.` : 'Workspace would refuse it as a whole.'
  return { accepted, message, lost }
}

function errorsOf({ diagnostics }: ConnectedBackend, kind: string): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ severity, where }) => severity === 'error' && (where.startsWith(`${kind} `) || where === `${kind}s.json`),
  )
}

function toLoss(errors: readonly Diagnostic[], count: number, noun: string): string {
  const places = listPlaces(errors)
  return count < 2
    ? `The ${noun} would be lost: ${places} is refused.`
    : `All ${count} ${noun}s would be lost, for ${places} ${new Set(errors.map(({ where }) => where)).size === 1 ? 'is' : 'are'} refused.`
}

function listPlaces(errors: readonly Diagnostic[]): string {
  const places = [...new Set(errors.map(({ where }) => where))]
  return places.length > 3 ? `${places.slice(0, 3).join(', ')} and ${places.length - 3} more` : places.join(', ')
}
