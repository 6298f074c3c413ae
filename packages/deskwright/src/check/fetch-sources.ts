import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { readText } from './read-text.ts'
import type { DocumentName, Source } from './source.ts'

/** How to ask a backend. */
export interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds one answer may take. */
  readonly timeout: number
  readonly signal: AbortSignal
}

/** What a backend answered for its documents. */
export interface FetchedSources {
  readonly sources: readonly Source[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The paths of each document; a later one is asked for when the one before it is not there. */
const paths: readonly (readonly [DocumentName, ...(readonly string[])])[] = [
  ['widgets', 'widgets.json'],
  ['apps', 'apps.json', 'templates.json'],
  ['agents', 'agents.json'],
]

/** Fetches the documents of a backend as Workspace does: `widgets.json` has to be there, the others may be. */
export async function fetchSources(url: string, options: FetchOptions): Promise<FetchedSources> {
  const fetched = await Promise.all(paths.map(([document, ...names]) => fetchFirst(url, document, names, options)))
  return {
    sources: fetched.flatMap(({ source }) => source ?? []),
    diagnostics: fetched.flatMap(({ diagnostic }) => diagnostic ?? []),
  }
}

/** Bytes of a document that are read at most. */
const most = 64 * 2 ** 20

interface Fetched {
  readonly source?: Source
  readonly diagnostic?: Diagnostic
}

async function fetchFirst(
  base: string,
  document: DocumentName,
  names: readonly string[],
  options: FetchOptions,
): Promise<Fetched> {
  let first: Fetched = {}
  for (const [index, name] of names.entries()) {
    const fetched = await fetchOne(`${base}/${name}`, document, options)
    if (fetched.source !== undefined) return fetched
    if (index === 0) first = fetched
  }
  return first
}

async function fetchOne(
  url: string,
  document: DocumentName,
  { headers, fetch, timeout, signal }: FetchOptions,
): Promise<Fetched> {
  const where = `${document}.json`
  const limit = AbortSignal.timeout(timeout)
  let hasBegun = false
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.any([signal, limit]) })
    hasBegun = true
    const text = await readText(answer, most)
    if (text === undefined) {
      return { diagnostic: diagnose('error', 'document-endless', { where }, { url, megabytes: most / 2 ** 20 }) }
    }
    if (answer.ok) return { source: { document, name: url, content: { text } } }
    if (document !== 'widgets' && answer.status === 404) return {}
    const severity = document === 'widgets' ? 'error' : 'warning'
    return { diagnostic: diagnose(severity, 'document-status', { where }, { url, answered: answer.status }) }
  } catch (error) {
    signal.throwIfAborted()
    const severity = document === 'widgets' ? 'error' : 'warning'
    if (limit.aborted) {
      return { diagnostic: diagnose(severity, 'document-slow', { where }, { url, seconds: timeout / 1000 }) }
    }
    if (hasBegun) return { diagnostic: diagnose(severity, 'document-cut', { where }, { url, reason: toReason(error) }) }
    return { diagnostic: diagnose(severity, 'document-unreachable', { where }, { url, reason: toReason(error) }) }
  }
}

/** The cause says more than "fetch failed". */
function toReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message
  return cause instanceof Error ? cause.message : String(cause)
}
