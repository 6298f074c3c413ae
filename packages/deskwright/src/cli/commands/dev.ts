import { dirname, resolve } from 'node:path'
import type { Backend } from '../../http/backend.ts'
import { serve, type RunningServer } from '../../node/serve.ts'
import { stopOnSignals } from '../../node/stop-on-signals.ts'
import { watchSources } from '../../node/watch-sources.ts'
import { toChanges } from '../changes.ts'
import type { Invocation } from '../command.ts'
import { createFreshImports } from '../fresh-imports.ts'
import { loadEntry } from '../load-entry.ts'
import { announce } from '../output/banner.ts'
import { renderChanges } from '../output/render-changes.ts'
import { renderError, toErrorValue } from '../output/report-error.ts'
import { createFindingsReport } from '../output/report-findings.ts'
import { toServeOptions, toStopOptions } from '../serving.ts'

/** Serves a backend and every later version of it that works. */
export async function runDev({ arguments: [entry = ''], options, terminal }: Invocation): Promise<number> {
  const serveOptions = { ...toServeOptions(options, terminal), dev: true }
  const reportFindings = createFindingsReport(terminal)
  let current: { readonly backend: Backend; readonly server: RunningServer } | undefined

  const forgetImports = createFreshImports()
  const load = async (): Promise<void> => {
    forgetImports()
    const backend = await loadEntry(entry, { fresh: true })
    if (current === undefined) {
      const server = await serve(backend, serveOptions)
      stopOnSignals(server, toStopOptions(server, terminal))
      reportFindings(backend.manifest.diagnostics)
      announce(backend, server, terminal)
      current = { backend, server }
      return
    }
    current.server.swap(backend)
    const changes = toChanges(current.backend, backend)
    current = { backend, server: current.server }
    reportFindings(backend.manifest.diagnostics)
    terminal.progress(renderChanges(changes, terminal.paint))
    terminal.result('', { event: 'reloaded', ...changes, diagnostics: backend.manifest.diagnostics })
  }

  const explain = (error: unknown): void => {
    const consequence = current === undefined ? 'Waiting for a change.' : 'The last good version stays.'
    terminal.progress(`${renderError(error, terminal.paint)}\n\n${consequence}`)
    terminal.result('', { event: 'reload-failed', ...toErrorValue(error) })
  }

  // A promise that nobody awaits must not end the work on the module.
  process.on('uncaughtException', (error) => terminal.progress(renderError(error, terminal.paint)))
  await load().catch((error: unknown) => {
    // What no edit of the module can mend ends the command.
    if (!isMendable(error)) throw error
    explain(error)
  })
  const path = resolve(entry)
  await watchSources(path, () => load().catch(explain))
  terminal.progress(terminal.paint('dim', `Watching ${dirname(path)}`))
  return 0
}

const mendable: readonly unknown[] = ['entry-failed', 'entry-without-backend', 'backend-invalid']

function isMendable(error: unknown): boolean {
  return mendable.includes((error as { code?: unknown }).code)
}
