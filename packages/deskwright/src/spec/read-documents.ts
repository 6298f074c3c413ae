import type { Diagnostic } from '../errors/diagnostic.ts'
import type { WireAgents } from './agents/agent.ts'
import { readAgents } from './agents/read-agents.ts'
import type { WireApps } from './apps/app.ts'
import { readApps } from './apps/read-apps.ts'
import { crossCheck } from './cross-check/cross-check.ts'
import type { AcceptedWidgets } from './widgets/accepted-widget.ts'
import { readWidgets } from './widgets/read-widgets.ts'

/** The documents of a backend as they came; those that are absent are not read. */
export interface ReceivedDocuments {
  readonly widgets?: unknown
  readonly apps?: unknown
  readonly agents?: unknown
}

/** What could be read of a backend's documents, and everything that is wrong with them, each finding once. */
export interface DocumentsReading {
  readonly widgets?: AcceptedWidgets
  readonly apps?: WireApps
  readonly agents?: WireAgents
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the documents of a backend, and holds them against each other. */
export function readDocuments(received: ReceivedDocuments): DocumentsReading {
  const widgets = received.widgets === undefined ? undefined : readWidgets(received.widgets)
  const apps = received.apps === undefined ? undefined : readApps(received.apps)
  const agents = received.agents === undefined ? undefined : readAgents(received.agents)
  const documents = {
    ...(widgets?.document === undefined ? {} : { widgets: widgets.document }),
    ...(apps?.document === undefined ? {} : { apps: apps.document }),
    ...(agents?.document === undefined ? {} : { agents: agents.document }),
  }
  const found = [widgets, apps, agents].flatMap((reading) => reading?.diagnostics ?? [])
  return { ...documents, diagnostics: withoutRepeats([...found, ...withoutFollowers(crossCheck(documents), found)]) }
}

/** What stands in for something that could not be read has nothing wrong of its own. */
function withoutFollowers(crossed: readonly Diagnostic[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  const toPlace = ({ where, path }: Diagnostic) => JSON.stringify([where, path])
  const unread = new Set(found.filter(({ severity }) => severity === 'error').map(toPlace))
  return crossed.filter((finding) => !unread.has(toPlace(finding)))
}

function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, where, path, message }) => {
    const key = JSON.stringify([code, where, path, message])
    return !seen.has(key) && seen.add(key)
  })
}
