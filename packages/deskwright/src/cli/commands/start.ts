import type { Invocation } from '../command.ts'
import { followEntry } from '../follow-entry.ts'
import { openEntry } from '../open-entry.ts'
import { announce } from '../output/banner.ts'
import { createFindingsReport } from '../output/report-findings.ts'
import { toServeOptions, toStopOptions } from '../serving.ts'

/** Serves a backend until the process is told to end. Data is followed; a module is loaded once. */
export async function runStart({ arguments: [given = ''], options, terminal }: Invocation): Promise<number> {
  const serveOptions = toServeOptions(options, terminal)
  const entry = await openEntry(given)
  if (entry.isData) {
    await followEntry(entry, serveOptions, terminal)
    return 0
  }
  const [{ serve, stopOnSignals }, backend] = await Promise.all([import('../../node/index.ts'), entry.load()])
  const server = await serve(backend, serveOptions)
  stopOnSignals(server, toStopOptions(server, terminal))
  createFindingsReport(terminal)(backend.manifest.diagnostics)
  announce(backend, server, terminal)
  return 0
}
