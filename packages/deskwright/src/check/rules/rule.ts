import type { Loss } from '../finding.ts'
import type { Example } from './example.ts'

/** What is known of a kind of finding, besides its words. */
export interface Rule {
  /** The part of the protocol it rests on. */
  readonly spec: string
  /** Why it matters to the person who made the backend. */
  readonly why?: string
  /** A backend with this finding and no other; absent for what no document shows. */
  readonly bad?: Example
  /** The same backend without it. */
  readonly good?: Example
  /** Documents with this finding and without it, when `crossCheck` of `deskwright/spec` takes them as they are, without reading them. */
  readonly crossed?: { readonly bad: Example; readonly good: Example }
  /** An answer with this finding, and one without it, as they go over the wire. */
  readonly exchange?: { readonly bad: string; readonly good: string }
  /** What it costs as an error, when that is not the whole document. */
  readonly loses?: Loss
}
