import type { Connection } from '../requests/connection.ts'
import { toConnectionInput, type ConnectionInput } from './connection-input.ts'

/** What the page's own server saw when it asked a backend, which a page is not told. */
export interface ProbeReport {
  readonly outcome: 'answered' | 'certificate' | 'dns' | 'protocol' | 'refused' | 'timeout' | 'unreachable'
  /** The words of the system: `connect ECONNREFUSED 127.0.0.1:8000`. */
  readonly reason?: string
  readonly status?: number
  readonly contentType?: string
  /** Where the answer sends the page instead. */
  readonly location?: string
  /** Whether pages of these origins may read the answer. */
  readonly origins?: Readonly<Record<string, OriginReport>>
}

/** What a backend lets the pages of one origin do. */
export interface OriginReport {
  readonly allowed: boolean
  /** What is missing, when not allowed: the header and what it said. */
  readonly because?: string
}

/** What happened to the sources of a backend that `deskwright dev` follows. */
export interface SourceState {
  /** Grows with every version that is served. */
  readonly version: number
  /** Why the newest version is not served. */
  readonly problem?: SourceProblem
}

/** Why a version of a backend cannot be served. */
export interface SourceProblem {
  readonly message: string
  readonly hint: string
  readonly code?: string
  /** File, line and column: `desk.ts:12:7`. */
  readonly place?: string
  /** The lines around the place. */
  readonly excerpt?: readonly { readonly line: number; readonly text: string }[]
  readonly diagnostics?: readonly SourceDiagnostic[]
}

/** One finding about a version of a backend. */
export interface SourceDiagnostic {
  readonly code: string
  readonly severity: string
  readonly where: string
  readonly path: string
  readonly message: string
  readonly hint: string
}

/** What the server of the page was started with. */
export interface ServerDescription {
  readonly connections: readonly ConnectionInput[]
  /** Whether it follows sources and tells of them: `deskwright dev`. */
  readonly followsSources: boolean
}

/** The server that sent the page: `deskwright workbench` or `deskwright dev`. Where the files lie elsewhere, it knows nothing. */
export interface WorkbenchServer {
  describe(): Promise<ServerDescription>
  /** Asks a backend from this machine, without the rules of browsers. */
  probe(connection: Connection): Promise<ProbeReport | undefined>
  /** Tells of new versions and of errors in the sources. Returns what ends it. */
  follow(onState: (state: SourceState) => void): () => void
}

/** Talks to the server that sent the page. */
export function createWorkbenchServer(): WorkbenchServer {
  return {
    async describe() {
      const { connections = [], followsSources = false } =
        (await readJson<Partial<ServerDescription>>('./connections.json')) ?? {}
      return { connections, followsSources }
    },
    async probe(connection) {
      // The server looks only at addresses that its user named: on the command line, or by this page.
      const body = JSON.stringify(toConnectionInput(connection))
      await readJson('./connections.json', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
      return await readJson<ProbeReport>(`./probe?url=${encodeURIComponent(connection.url)}`)
    },
    follow(onState) {
      const events = new EventSource('./events')
      events.addEventListener('state', ({ data }) => onState(JSON.parse(data as string) as SourceState))
      return () => events.close()
    },
  }
}

/** Whatever else answers there, where the files lie on another server, is no description. */
async function readJson<Answer extends object>(path: string, init?: RequestInit): Promise<Answer | undefined> {
  try {
    const answer = await fetch(path, init)
    return answer.ok ? ((await answer.json()) as Answer) : undefined
  } catch {
    return undefined
  }
}
