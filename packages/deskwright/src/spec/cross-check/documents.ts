import type { Diagnostic } from '../../errors/diagnostic.ts'
import type { WireAgents } from '../agents/agent.ts'
import type { WireApps } from '../apps/app.ts'
import type { AcceptedWidgets } from '../widgets/accepted-widget.ts'

/** The documents of one backend, in the form we emit. */
export interface Documents {
  readonly widgets: AcceptedWidgets
  readonly apps: WireApps
  /** Absent when they are not known: nothing is said about agents then. */
  readonly agents?: WireAgents
}

/** Finds one kind of problem in the documents. Pure. */
export type Rule = (documents: Documents) => Iterable<Diagnostic>
