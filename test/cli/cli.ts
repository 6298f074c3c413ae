import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { root } from '../house/root.ts'
import { createTranscript } from './transcript.ts'

const main = join(root, 'packages/deskwright/dist/cli/main.js')

/** Where and as whom the command runs. */
export interface CliOptions {
  readonly folder?: string
  readonly environment?: NodeJS.ProcessEnv
  /** The user and group to run as; only an administrator may choose. */
  readonly user?: number
}

/** How a run of the command ended. */
export interface Ending {
  /** `null` when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command that runs. */
export interface Cli {
  /** Standard output; with `--json` one event a line. */
  readonly results: ReturnType<typeof createTranscript>
  /** Standard error: progress, errors and the log. */
  readonly progress: ReturnType<typeof createTranscript>
  readonly ended: Promise<Ending>
  /** Sends a signal and waits for the end. After the end it does nothing. */
  end(signal?: NodeJS.Signals): Promise<Ending>
}

/** Runs the built command line of the library. */
export function startCli(given: readonly string[], options: CliOptions = {}): Cli {
  const { folder = root, environment, user } = options
  const child = spawn(process.execPath, [main, ...given], {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  const [results, progress] = [createTranscript(child.stdout), createTranscript(child.stderr)]
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    return { code: code ?? null, stdout: results.text, stderr: progress.text }
  })
  return {
    results,
    progress,
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs a command that should end by itself; when it does not, the end of the test ends it. */
export async function runCli(given: readonly string[], options?: CliOptions): Promise<Ending> {
  const cli = startCli(given, options)
  onTestFinished(() => void cli.end('SIGKILL'))
  return await cli.ended
}

/** A command that serves. */
export interface ServingCli extends Cli {
  readonly url: string
  readonly port: number
  /** The certificate to trust, with `--https`. */
  readonly authorityFile: string | undefined
}

/** Serves a module on a free port and waits until it listens. Adds `--json`, so that the results are events. */
export async function serveByCli(
  command: 'dev' | 'start',
  entry: string,
  given: readonly string[] = [],
  options?: CliOptions,
): Promise<ServingCli> {
  const cli = startCli([command, entry, '--port', '0', '--json', ...given], options)
  const line = await cli.results.until(/^.*"event":"listening".*$/m).catch(async () => {
    const { code, stderr } = await cli.ended
    throw new Error(`The server ended with ${code}: ${stderr}`)
  })
  const { url, port, authorityFile } = JSON.parse(line[0]) as Pick<ServingCli, 'url' | 'port' | 'authorityFile'>
  return { ...cli, url, port, authorityFile }
}
