import { startCli, type Cli } from '../cli/cli.ts'

/** The Workbench, served by the command line. */
export interface ServedWorkbench extends Cli {
  /** What to open. */
  readonly url: string
  readonly origin: string
}

/** Serves the built Workbench on a free port. Takes what follows `deskwright workbench`. */
export async function openWorkbench(...given: readonly string[]): Promise<ServedWorkbench> {
  const cli = startCli(['workbench', ...given, '--port', '0', '--json'])
  const line = await cli.results.until(/^.*"event":"listening".*$/m)
  const { url, origin } = JSON.parse(line[0]) as Pick<ServedWorkbench, 'url' | 'origin'>
  return { ...cli, url, origin }
}
