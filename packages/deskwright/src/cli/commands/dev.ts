import type { Invocation } from '../command.ts'
import { followEntry } from '../follow-entry.ts'
import { createFreshImports } from '../fresh-imports.ts'
import { openEntry } from '../open-entry.ts'
import { renderError } from '../output/report-error.ts'
import { toServeOptions } from '../serving.ts'
import { startWorkbench } from '../start-workbench.ts'

/** Serves a backend and every later version of it that works, with errors explained, and the Workbench beside it. */
export async function runDev({ arguments: [given = ''], options, terminal }: Invocation): Promise<number> {
  const serveOptions = { ...toServeOptions(options, terminal), dev: true }
  const entry = await openEntry(given, { fresh: true })
  const forgetImports = createFreshImports()
  const load = () => {
    forgetImports()
    return entry.load()
  }
  // A promise that nobody awaits must not end the work on the module.
  process.on('uncaughtException', (error) => terminal.progress(renderError(error, terminal.paint)))
  const workbench = await startWorkbench(terminal, options)
  try {
    await followEntry({ ...entry, load }, workbench.allow(serveOptions), terminal, workbench.observer)
  } catch (error) {
    // Its server would keep the process alive.
    await workbench.close()
    throw error
  }
  return 0
}
