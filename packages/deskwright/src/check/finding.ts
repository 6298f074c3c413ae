import type { Diagnostic } from '../errors/diagnostic.ts'
import type { Fix } from './fix/fix.ts'
import type { DocumentName } from './source.ts'

/** What is lost when an error stays: only the part itself, its whole document, or nothing. */
export type Loss = 'nothing' | 'widget' | 'all widgets' | 'app' | 'all apps' | 'agent' | 'all agents'

/** Where a finding is in a document. */
export interface FoundPlace {
  readonly document: DocumentName
  /** The file or URL. */
  readonly source: string
  /** The place as a JSON pointer: `/prices/params/0/value`. */
  readonly pointer: string
  /** What stands there, shortened. */
  readonly excerpt: string
  /** Where it stands in the text; absent when the document was no text. */
  readonly range?: TextRange
}

/** A piece of a text. Lines and columns count from 1; the end is the column behind the last character. */
export interface TextRange {
  readonly offset: number
  readonly length: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The lines around it, with marks below it. */
  readonly frame: string
}

/** One finding of a check: what is wrong, where, what it costs, and what mends it. */
export interface Finding extends Diagnostic {
  readonly loses: Loss
  /** Absent for what is in no document. */
  readonly place?: FoundPlace
  /** The change of the file that mends it; absent when a person has to decide. */
  readonly fix?: Fix
}
