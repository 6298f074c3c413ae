import type { Backend } from '../http/backend.ts'
import { serve, type RunningServer, type ServeOptions } from '../node/serve.ts'
import { stopOnSignals } from '../node/stop-on-signals.ts'
import { toChanges } from './changes.ts'
import type { Entry } from './open-entry.ts'
import { announce } from './output/banner.ts'
import { renderChanges } from './output/render-changes.ts'
import { renderError, toErrorValue } from './output/report-error.ts'
import { createFindingsReport } from './output/report-findings.ts'
import type { Terminal } from './output/terminal.ts'
import { toStopOptions } from './serving.ts'

/** Who wants to know what becomes of an entry, besides the terminal. */
export interface EntryObserver {
  /** A version is served, the first or a later one. */
  readonly onServed: (backend: Backend, server: RunningServer) => void
  /** A version cannot be served. */
  readonly onFailed: (error: unknown) => void
}

/** Serves a backend and every later version of it that works. */
export async function followEntry(
  entry: Entry,
  serveOptions: ServeOptions,
  terminal: Terminal,
  observer?: EntryObserver,
): Promise<void> {
  const reportFindings = createFindingsReport(terminal)
  let current: { readonly backend: Backend; readonly server: RunningServer } | undefined

  const load = async (): Promise<void> => {
    const backend = await entry.load()
    if (current === undefined) {
      const server = await serve(backend, serveOptions)
      stopOnSignals(server, toStopOptions(server, terminal))
      reportFindings(backend.manifest.diagnostics)
      announce(backend, server, terminal)
      current = { backend, server }
      observer?.onServed(backend, server)
      return
    }
    current.server.swap(backend)
    const changes = toChanges(current.backend, backend)
    current = { backend, server: current.server }
    observer?.onServed(backend, current.server)
    reportFindings(backend.manifest.diagnostics)
    terminal.progress(renderChanges(changes, terminal.paint))
    terminal.result('', { event: 'reloaded', ...changes, diagnostics: backend.manifest.diagnostics })
  }

  const explain = (error: unknown): void => {
    const consequence = current === undefined ? 'Waiting for a change.' : 'The last good version stays.'
    terminal.progress(`${renderError(error, terminal.paint)}\n\n${consequence}`)
    terminal.result('', { event: 'reload-failed', ...toErrorValue(error) })
    observer?.onFailed(error)
  }

  await load().catch((error: unknown) => {
    // What no edit of the module can mend ends the command.
    if (!isMendable(error)) throw error
    explain(error)
  })
  if (entry.watch === undefined) return
  await entry.watch(() => load().catch(explain))
  terminal.progress(terminal.paint('dim', `Watching ${entry.folder}`))
}

const mendable: readonly unknown[] = ['entry-failed', 'entry-without-backend', 'backend-invalid']

function isMendable(error: unknown): boolean {
  return mendable.includes((error as { code?: unknown }).code)
}
