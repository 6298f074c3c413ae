import type { Diagnostic } from 'deskwright/spec'
import { toBackendRequest, type BackendRequest } from '../requests/backend-request.ts'
import type { Connection } from '../requests/connection.ts'
import type { ConnectedBackend, ReceivedDocument } from './backend-state.ts'
import { explainNetworkFailure } from './explain-network-failure.ts'
import { explainStatus } from './explain-status.ts'
import type { ConnectionFailure } from './failure.ts'
import type { ProbeReport } from './workbench-server.ts'

/** On their way as soon as the page starts. */
const documentReaders = import('./document-readers.ts')

/** What loading needs from outside. */
export interface LoadOptions {
  readonly send: (request: BackendRequest, signal: AbortSignal) => Promise<Response>
  /** Asks for what a page is not told, after a failure. */
  readonly probe: () => Promise<ProbeReport | undefined>
  /** How long a document may take, in milliseconds. */
  readonly timeout?: number
}

/** What Workspace waits for. */
const defaultTimeout = 60_000

/**
 * Loads the documents of a backend as Workspace does: `widgets.json` first, then the others side by side; only the first has to
 * be there. What Workspace would refuse is read as far as it goes, and is in the findings.
 *
 * @see spec README §3
 */
export async function loadBackend(
  connection: Connection,
  options: LoadOptions,
): Promise<ConnectedBackend | { readonly failure: ConnectionFailure }> {
  const widgets = await loadDocument(connection, 'widgets.json', options)
  if ('failure' in widgets) return widgets
  if (!widgets.ok) return { failure: explainStatus(widgets.url, widgets.status, widgets.text) }
  if (widgets.json === undefined) return { failure: explainNotJson(widgets) }
  const [apps, agents] = await Promise.all([
    loadApps(connection, options),
    loadOptional(connection, 'agents.json', options),
  ])

  const documents = [widgets, ...apps, ...agents]
  const find = (...names: string[]) => documents.find(({ ok, name }) => ok && names.includes(name))?.json
  const { readDocuments } = await documentReaders
  const reading = readDocuments({
    widgets: widgets.json,
    apps: find('apps.json', 'templates.json'),
    agents: find('agents.json'),
  })
  if (reading.widgets === undefined) return { failure: explainInvalid(widgets.url, reading.diagnostics) }
  return {
    widgets: reading.widgets,
    apps: reading.apps ?? [],
    agents: reading.agents ?? {},
    diagnostics: [...documents.flatMap(({ ok, diagnostics }) => (ok ? diagnostics : [])), ...reading.diagnostics],
    received: Object.fromEntries(documents.map(({ name, url, status, json }) => [name, { url, status, json }])),
  }
}

interface LoadedDocument extends ReceivedDocument {
  readonly name: string
  readonly ok: boolean
  readonly text: string
  readonly contentType: string
  readonly diagnostics: readonly Diagnostic[]
}

async function loadApps(connection: Connection, options: LoadOptions): Promise<readonly LoadedDocument[]> {
  const apps = await loadOptional(connection, 'apps.json', options)
  if (apps.some(({ ok }) => ok)) return apps
  return [...apps, ...(await loadOptional(connection, 'templates.json', options))]
}

/** A document that may be missing: no answer is as good as none. */
async function loadOptional(
  connection: Connection,
  name: string,
  options: LoadOptions,
): Promise<readonly LoadedDocument[]> {
  const loaded = await loadDocument(connection, name, options)
  return 'failure' in loaded ? [] : [loaded]
}

async function loadDocument(
  connection: Connection,
  name: string,
  { send, probe, timeout = defaultTimeout }: LoadOptions,
): Promise<LoadedDocument | { readonly failure: ConnectionFailure }> {
  const request = toBackendRequest(name === 'agents.json' ? withoutQuery(connection) : connection, { endpoint: name })
  const { url } = request
  try {
    const answer = await send(request, AbortSignal.timeout(timeout))
    const text = await answer.text()
    const { readJson } = await documentReaders
    const { document, diagnostics } = readJson(text, name)
    const contentType = answer.headers.get('Content-Type') ?? ''
    return { name, url, ok: answer.ok, status: answer.status, text, contentType, json: document, diagnostics }
  } catch (error) {
    const required = name === 'widgets.json'
    const isTimeout = (error as { readonly name?: string } | undefined)?.name === 'TimeoutError'
    const report = required && !isTimeout ? await probe() : undefined
    return { failure: explainNetworkFailure(url, { isTimeout, timeout, report, page: location }) }
  }
}

/** Workspace sends no query values when it asks for agents. */
function withoutQuery(connection: Connection): Connection {
  return { ...connection, entries: connection.entries.filter(({ location }) => location !== 'query') }
}

function explainNotJson({ url, contentType, diagnostics }: LoadedDocument): ConnectionFailure {
  const [finding] = diagnostics
  return {
    kind: 'not-json',
    url,
    message:
      `${url} answered with something that is not JSON${contentType === '' ? '' : ` (${contentType})`}. ${finding?.message ?? ''}`.trim(),
    hint: finding?.hint ?? 'Answer with a JSON object.',
    workspaceSays: 'Invalid JSON',
  }
}

function explainInvalid(url: string, diagnostics: readonly Diagnostic[]): ConnectionFailure {
  const finding = diagnostics.find(({ where }) => where === 'widgets.json')
  return {
    kind: 'invalid',
    url,
    message: finding?.message ?? 'The document has the wrong shape.',
    hint: finding?.hint ?? 'Write an object with the widget ids as keys.',
    workspaceSays: 'Invalid format of widgets.json',
  }
}
