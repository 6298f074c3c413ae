import { DeskwrightError } from '../errors/deskwright-error.ts'
import { openBrowser } from '../node/open-browser.ts'
import type { ServeOptions } from '../node/serve.ts'
import { serveWorkbench, type RunningWorkbench } from '../node/serve-workbench.ts'
import type { EntryObserver } from './follow-entry.ts'
import type { OptionValues } from './option.ts'
import type { Terminal } from './output/terminal.ts'
import { toSourceProblem } from './source-problem.ts'

/** The Workbench beside a backend that is being written. */
export interface WorkbenchBeside {
  /** Lets its page ask the backend. */
  allow(options: ServeOptions): ServeOptions
  /** Tells its page what becomes of the backend. Absent where it is not installed. */
  readonly observer?: EntryObserver
  close(): Promise<unknown>
}

/** Starts the Workbench and opens it on a terminal. Where it is not installed, says so and goes on without. */
export async function startWorkbench(terminal: Terminal, options: OptionValues): Promise<WorkbenchBeside> {
  const start = (port?: number) =>
    serveWorkbench({ connections: [], followsSources: true, ...(port === undefined ? {} : { port }) })
  // Whoever lets the system choose the backend's port means all ports.
  const workbench = await start(options.port === 0 ? 0 : undefined).catch((error: unknown) => {
    if (!(error instanceof DeskwrightError)) throw error
    if (error.code === 'ports-in-use') return start(0)
    if (error.code !== 'workbench-missing') throw error
    terminal.progress(terminal.paint('dim', `${error.message} ${error.hint}`))
  })
  if (workbench === undefined) return { allow: (serveOptions) => serveOptions, close: () => Promise.resolve() }
  const { url, port, origin } = workbench
  terminal.result('', { event: 'workbench', url, port })
  if (!terminal.json) {
    terminal.progress(`\n  ${terminal.paint('bold', 'Workbench')}  ${terminal.paint('cyan', url)}`)
  }
  if (terminal.interactive && options['no-open'] !== true) openBrowser(url)
  return {
    allow: (serveOptions) => {
      const { origins = [] } = serveOptions
      return origins === '*' ? serveOptions : { ...serveOptions, origins: [...origins, origin] }
    },
    observer: toObserver(workbench),
    close: () => workbench.close(),
  }
}

function toObserver(workbench: RunningWorkbench): EntryObserver {
  return {
    onServed: ({ name }, { url }) => {
      workbench.show([{ name, url }])
      workbench.tell()
    },
    onFailed: (error) => workbench.tell(toSourceProblem(error)),
  }
}
