import type { Diagnostic } from '../../errors/diagnostic.ts'

/** What happened to the sources of a backend that is followed. */
export interface SourceState {
  /** Grows with every version that is served. */
  readonly version: number
  /** Why the newest version is not served. */
  readonly problem?: SourceProblem
}

/** Why a version of a backend is not served. */
export interface SourceProblem {
  readonly code?: string
  readonly message: string
  readonly hint: string
  /** File, line and column: `desk.ts:12:7`. */
  readonly place?: string
  /** The lines around the place. */
  readonly excerpt?: readonly { readonly line: number; readonly text: string }[]
  readonly diagnostics?: readonly Diagnostic[]
}
