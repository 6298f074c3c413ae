import type { Diagnostic } from '../errors/diagnostic.ts'
import type { WireAgents, WireApp, WireWidgets } from '../spec/types.ts'
import type { Route, SocketRoute } from './route.ts'

/** Everything that follows from the definitions: what Workspace reads, what the kernel serves, and what is wrong. */
export interface Manifest {
  readonly name: string
  readonly widgets: WireWidgets
  readonly apps: readonly WireApp[]
  readonly agents: WireAgents
  readonly routes: readonly Route[]
  readonly sockets: readonly SocketRoute[]
  readonly diagnostics: readonly Diagnostic[]
}
