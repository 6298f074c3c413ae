import type { Diagnostic } from '../../errors/diagnostic.ts'
import type { DocumentsReading } from '../../spec/read-documents.ts'

/** A running backend that is asked. */
export interface ProbeTarget {
  /** The address below which the documents lie, without a slash at its end. */
  readonly url: string
  /** What could be read of its documents. */
  readonly documents: DocumentsReading
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds one answer may take. */
  readonly timeout: number
  readonly signal: AbortSignal
  /** Whether a widget is to be asked. */
  readonly isChosen: (id: string) => boolean
  /** Says in a few words what is being done. */
  readonly progress: (text: string) => void
}

/** Asks a running backend, and says what is wrong with its answers. */
export interface Probe {
  /** A permanent kebab-case name, by which it can be chosen or left out. */
  readonly name: string
  /** Gives its findings as they come. Never throws because of what a backend does. */
  readonly run: (target: ProbeTarget) => AsyncIterable<Diagnostic>
}
