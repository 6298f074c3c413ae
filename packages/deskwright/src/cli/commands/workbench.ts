import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { openBrowser } from '../../node/open-browser.ts'
import { serveWorkbench } from '../../node/serve-workbench.ts'
import { stopOnSignals } from '../../node/stop-on-signals.ts'
import type { WorkbenchConnection } from '../../node/workbench/connection.ts'
import type { Invocation } from '../command.ts'
import type { OptionValues, Pair } from '../option.ts'

/** Serves the Workbench for backends that run already, until the process is told to end. */
export async function runWorkbench({ arguments: given, options, terminal }: Invocation): Promise<number> {
  const { port } = options
  const connections = given.map((url, index) => toConnection(url, index + 1, options))
  const workbench = await serveWorkbench({ connections, ...(port === undefined ? {} : { port }) })
  stopOnSignals(workbench)
  const { url, origin } = workbench
  const names = connections.map((connection) => ({ name: connection.name, url: connection.url }))
  terminal.result('', { event: 'listening', url, port: workbench.port, origin, connections: names })
  if (!terminal.json) {
    const { paint } = terminal
    const lines = names.map(({ url: backend }) => `  ${paint('dim', 'shows')} ${backend}`)
    terminal.progress(['', `  ${paint('bold', 'Workbench')}  ${paint('cyan', url)}`, '', ...lines, ''].join('\n'))
  }
  if (terminal.interactive && options['no-open'] !== true) openBrowser(url)
  return 0
}

/** The values that stand behind this backend on the command line, and those that stand before all. */
function toConnection(given: string, place: number, { header = [], query = [] }: OptionValues): WorkbenchConnection {
  const url = parseBackendUrl(given)
  if (url === undefined) {
    throw new DeskwrightError('argument-invalid', {
      argument: 'url',
      got: given,
      expects: 'the address of a backend such as http://127.0.0.1:8000',
    })
  }
  const pick = (pairs: readonly Pair[]) =>
    Object.fromEntries(
      pairs.filter(({ after }) => after === 0 || after === place).map(({ name, value }) => [name, value]),
    )
  return { name: new URL(url).host, url, headers: pick(header), query: pick(query) }
}

/** The name of a document at the end is left out: people copy it along. */
function parseBackendUrl(given: string): string | undefined {
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) return undefined
  const { origin, pathname, search, hash } = new URL(given)
  if (search !== '' || hash !== '') return undefined
  return `${origin}${pathname.replace(/\/(widgets|apps|agents|templates)\.json$/, '')}`.replace(/\/+$/, '')
}
