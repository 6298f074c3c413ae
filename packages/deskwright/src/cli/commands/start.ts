import type { Invocation } from '../command.ts'
import { loadEntry } from '../load-entry.ts'
import { announce } from '../output/banner.ts'
import { createFindingsReport } from '../output/report-findings.ts'
import { toServeOptions, toStopOptions } from '../serving.ts'

/** Serves a backend until the process is told to end. */
export async function runStart({ arguments: [entry = ''], options, terminal }: Invocation): Promise<number> {
  const serveOptions = toServeOptions(options, terminal)
  const [{ serve, stopOnSignals }, backend] = await Promise.all([import('../../node/index.ts'), loadEntry(entry)])
  const server = await serve(backend, serveOptions)
  stopOnSignals(server, toStopOptions(server, terminal))
  createFindingsReport(terminal)(backend.manifest.diagnostics)
  announce(backend, server, terminal)
  return 0
}
