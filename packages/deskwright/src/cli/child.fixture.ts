import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** The CLI in a process of its own. */
export interface Child {
  /** Everything written so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves to the first match in what is written after the previous match; fails when the process ends before. */
  readonly expectLine: (stream: 'stdout' | 'stderr', pattern: RegExp) => Promise<RegExpExecArray>
  readonly signal: (signal: NodeJS.Signals) => void
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>
}

/** How to start the CLI. */
export interface ChildOptions {
  readonly cwd: string
  readonly environment?: NodeJS.ProcessEnv
  /** Another user, for what root may do and others may not. */
  readonly uid?: number
}

/** Starts the built CLI as a user would. */
export function startChild(given: readonly string[], { cwd, environment = {}, uid }: ChildOptions): Child {
  const child = spawn(process.execPath, [main, ...given], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...environment },
    ...(uid === undefined ? {} : { uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  const matched = { stdout: 0, stderr: 0 }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += stripVTControlCharacters(text)))
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    signal: (signal) => void child.kill(signal),
    ended,
    expectLine: (stream, pattern) =>
      new Promise((resolve, reject) => {
        const search = () => {
          const found = pattern.exec(written[stream].slice(matched[stream]))
          if (found === null) return
          matched[stream] += found.index + found[0].length
          child[stream].off('data', search)
          resolve(found)
        }
        child[stream].on('data', search)
        child.once('close', () =>
          reject(new Error(`ended before ${String(pattern)} was written:\n${written.stdout}${written.stderr}`)),
        )
        search()
      }),
  }
}
