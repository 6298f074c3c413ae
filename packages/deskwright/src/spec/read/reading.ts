import type { Diagnostic } from '../../errors/diagnostic.ts'

/** A document as someone else sent it: what can be read of it, and what is wrong with it. */
export interface Reading<Document> {
  /**
   * The document in the form we emit: aliases translated, unknown keys and illegal values left out.
   * Absent when there is nothing to read.
   */
  readonly document?: Document
  readonly diagnostics: readonly Diagnostic[]
}
