import type { Diagnostic } from '../../errors/diagnostic.ts'
import type { DocumentsReading } from '../../spec/read-documents.ts'
import type { DocumentAnswer } from '../fetch-sources.ts'
import type { Answered, Question } from './ask.ts'
import type { AskSocket } from './ask-socket.ts'

/** A running backend that is asked. */
export interface ProbeTarget {
  /** The address below which the documents lie, without a slash at its end. */
  readonly url: string
  /** What could be read of its documents. */
  readonly documents: DocumentsReading
  /** How its documents came. */
  readonly answers: readonly DocumentAnswer[]
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds one answer may take. */
  readonly timeout: number
  readonly signal: AbortSignal
  /** When the check began, in milliseconds of Unix time; what is relative to today counts from it. */
  readonly now: number
  /** Asks, but for the same thing only once. */
  readonly ask: (question: Question) => Promise<Answered>
  readonly askSocket: AskSocket
  /** Whether what a probe of this name judges is wanted, for answers that another one asked for. */
  readonly isJudged: (name: string) => boolean
  /** Whether a widget or an agent is to be asked. */
  readonly isChosen: (id: string) => boolean
  /** Says in a few words what is being done. */
  readonly progress: (text: string) => void
}

/** Asks a running backend, and says what is wrong with its answers. */
export interface Probe {
  /** A permanent kebab-case name, by which it can be chosen or left out. */
  readonly name: string
  /** Whether it asks widgets or agents one by one, so that their ids choose it. */
  readonly asksParts?: true
  /** Gives its findings as they come. Never throws because of what a backend does. */
  readonly run: (target: ProbeTarget) => AsyncIterable<Diagnostic>
}
