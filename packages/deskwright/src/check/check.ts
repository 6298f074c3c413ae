import { DeskwrightError } from '../errors/deskwright-error.ts'
import { type ReceivedDocuments, readDocuments } from '../spec/read-documents.ts'
import { checkSources } from './check-sources.ts'
import { dropConsequences } from './drop-consequences.ts'
import { fetchSources } from './fetch-sources.ts'
import { askSocket, type AskSocket } from './probes/ask-socket.ts'
import { createAsk } from './probes/create-ask.ts'
import type { ProbeTarget } from './probes/probe.ts'
import { chooseProbes, isChosen, isJudged } from './probes/choose-probes.ts'
import { readSource } from './read-source.ts'
import type { Report } from './report.ts'
import { documentNames, type Source } from './source.ts'

/** How to check. */
export interface CheckOptions {
  /** Sent with every request to a backend. */
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds an answer may take; 60,000 when absent, as in Workspace. */
  readonly timeout?: number
  /** The probes to run, and the ids of the widgets and agents to ask; all when absent. The documents are always asked for. */
  readonly only?: readonly string[]
  /** The probes to leave out, and the ids of widgets and agents. */
  readonly skip?: readonly string[]
  /** Ends the check. */
  readonly signal?: AbortSignal
  /** Hears what is being done. */
  readonly onProgress?: (text: string) => void
  /** What asks the backend, when not the global `fetch`. Sockets are then left alone, but for `askSocket`. */
  readonly fetch?: typeof globalThis.fetch
  /** What asks the sockets of live grids, when not sockets of the system. */
  readonly askSocket?: AskSocket
}

/**
 * Checks a backend as Workspace would read it: a running one by its URL, or its documents, each as text or as a value.
 * Problems are in the report, none is thrown.
 *
 * @throws DeskwrightError `check-unknown` when the text is no URL
 */
export async function check(what: string | URL | ReceivedDocuments, options: CheckOptions = {}): Promise<Report> {
  if (typeof what !== 'string' && !(what instanceof URL)) return checkSources('documents', toSources(what))
  const base = toBase(String(what))
  const progress = options.onProgress ?? (() => undefined)
  const asking = {
    headers: options.headers ?? {},
    timeout: options.timeout ?? 60_000,
    signal: options.signal ?? new AbortController().signal,
    fetch: options.fetch ?? globalThis.fetch,
  }
  progress(`Asking ${base} for its documents`)
  const fetched = await fetchSources(base, asking)
  const { sources } = fetched
  const values = Object.fromEntries(sources.map((source) => [source.document, readSource(source).value]))
  // It needs sockets, which only some runtimes have.
  const { explainDocuments } = await import('./doctor/explain-documents.ts')
  const explained = await explainDocuments(base, fetched, asking)
  const found = [...explained.diagnostics]
  if (explained.sources.length > 0) {
    const target: ProbeTarget = {
      ...asking,
      url: base,
      now: Date.now(),
      ask: createAsk({ ...asking, url: base }),
      askSocket: options.askSocket ?? (options.fetch === undefined ? askSocket : leaveAlone),
      documents: readDocuments(values),
      answers: fetched.answers,
      isJudged: (name) => isJudged(name, options),
      isChosen: (id) => isChosen(id, options),
      progress,
    }
    for (const probe of chooseProbes(options)) for await (const diagnostic of probe.run(target)) found.push(diagnostic)
  }
  return checkSources(base, explained.sources, { diagnostics: dropConsequences(found) })
}

/** Whoever is asked by other means has no socket to be asked. */
const leaveAlone: AskSocket = async () => ({ kind: 'unasked' })

function toSources(documents: ReceivedDocuments): Source[] {
  return documentNames.flatMap((document) => {
    const value = documents[document]
    if (value === undefined) return []
    return [{ document, name: `${document}.json`, content: typeof value === 'string' ? { text: value } : { value } }]
  })
}

/** Workspace is given the address below which the documents lie; one of a document itself is understood too. */
function toBase(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw new DeskwrightError('check-unknown', { what: text })
  return text
    .replace(/[?#].*$/, '')
    .replace(/\/(?:widgets|apps|templates|agents)\.json$/, '')
    .replace(/\/+$/, '')
}
