import type { AcceptedWidgets, Diagnostic, WireAgents, WireApps } from 'deskwright/spec'
import type { ConnectionFailure } from './failure.ts'

/** A document as it came. */
export interface ReceivedDocument {
  readonly url: string
  readonly status: number
  /** What it says, parsed; absent when it is not JSON or no document. */
  readonly json?: unknown
}

/** What a backend said of itself. Everything that can be read is there, also of documents that Workspace refuses. */
export interface ConnectedBackend {
  readonly widgets: AcceptedWidgets
  readonly apps: WireApps
  readonly agents: WireAgents
  /** Everything that is wrong with the documents. */
  readonly diagnostics: readonly Diagnostic[]
  /** The documents as they came, by name. */
  readonly received: Readonly<Record<string, ReceivedDocument>>
}

/** Where a connection stands. */
export type BackendState =
  | { readonly status: 'loading'; readonly backend?: ConnectedBackend }
  | { readonly status: 'connected'; readonly backend: ConnectedBackend }
  /** The last good documents stay. */
  | { readonly status: 'failed'; readonly failure: ConnectionFailure; readonly backend?: ConnectedBackend }
