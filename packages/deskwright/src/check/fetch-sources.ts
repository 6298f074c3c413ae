import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { isMiscompressed, toFetchFailure } from './fetch-failure.ts'
import { readBytes } from './read-bytes.ts'
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
  readonly answers: readonly DocumentAnswer[]
}

/** How a document came. */
export interface DocumentAnswer {
  readonly document: DocumentName
  readonly url: string
  readonly headers: Headers
  /** Without compression. */
  readonly bytes: Uint8Array
  /** Milliseconds until all of it was there. */
  readonly took: number
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
    answers: fetched.flatMap(({ answer }) => answer ?? []),
  }
}

/** Bytes of a document that are read at most. */
const most = 64 * 2 ** 20

interface Fetched {
  readonly source?: Source
  readonly answer?: DocumentAnswer
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
    // Who gave no answer gives none by another name.
    if (fetched.diagnostic !== undefined && fetched.diagnostic.code !== 'document-status') break
  }
  return first
}

async function fetchOne(
  url: string,
  document: DocumentName,
  { headers, fetch, timeout, signal }: FetchOptions,
): Promise<Fetched> {
  const place = { where: `${document}.json` }
  const severity = document === 'widgets' ? 'error' : 'warning'
  const limit = AbortSignal.timeout(timeout)
  const start = performance.now()
  let answer: Response | undefined
  try {
    answer = await fetch(url, { headers, signal: AbortSignal.any([signal, limit]) })
    const bytes = await readBytes(answer, most)
    if (bytes === undefined) {
      return { diagnostic: diagnose('error', 'document-endless', place, { url, megabytes: most / 2 ** 20 }) }
    }
    if (!answer.ok || answer.status === 204) {
      if (document !== 'widgets' && answer.status === 404) return {}
      return { diagnostic: diagnose(severity, 'document-status', place, { url, answered: answer.status }) }
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    return {
      source: { document, name: url, content: { text } },
      answer: { document, url, headers: answer.headers, bytes, took: performance.now() - start },
    }
  } catch (error) {
    signal.throwIfAborted()
    const reason = toFetchFailure(error)
    if (limit.aborted) {
      const facts = { url, seconds: timeout / 1000, hasBegun: answer !== undefined, isStream: isStream(answer) }
      return { diagnostic: diagnose(severity, 'document-slow', place, facts) }
    }
    if (answer === undefined) return { diagnostic: diagnose(severity, 'document-unreachable', place, { url, reason }) }
    if (!isMiscompressed(error)) return { diagnostic: diagnose(severity, 'document-cut', place, { url, reason }) }
    const encoding = answer.headers.get('content-encoding') ?? ''
    return { diagnostic: diagnose(severity, 'document-miscompressed', place, { url, encoding, reason }) }
  }
}

function isStream(answer: Response | undefined): boolean {
  return /^text\/event-stream/i.test(answer?.headers.get('content-type') ?? '')
}
