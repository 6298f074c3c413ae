import { DeskwrightError } from '../../../errors/deskwright-error.ts'
import type { Question, Reply } from './messages.ts'

/** No reply: the process was ended because it was late, was killed (by itself, when it took too much memory), or broke. */
export type Silence = 'late' | 'killed' | 'broken'

/** A process that runs a console's queries, one at a time. */
export interface Worker {
  /** Asks and waits up to `time` milliseconds; then, and when the signal aborts, the process is ended. */
  ask(question: Question, time: number, signal?: AbortSignal): Promise<Reply | Silence>
  /** Whether it can be asked again. */
  readonly alive: boolean
  end(): void
}

// What the operating system needs to start a program. All else, secrets first, stays here.
const environment = ['SystemRoot', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
const lowPriority = 10 // everything else on this machine goes first
const source = import.meta.url.endsWith('.ts') // in the repository the sources run as they are

/** Starts a process. It does not keep this one alive, and ends with it. Throws `sql-console-failed` where there are no processes. */
export function startWorker(): Worker {
  const child = start()
  let alive = true
  const forget = () => (alive = false)
  child.once('exit', forget).once('error', forget)

  return {
    ask: (question, time, signal) =>
      new Promise((resolve, reject) => {
        if (!alive) return resolve('broken')
        const timer = setTimeout(() => {
          end()
          settle(() => resolve('late'))
        }, time)
        const hear = (reply: Reply) => settle(() => resolve(reply))
        const leave = (_reason: unknown, signal?: unknown) => {
          settle(() => resolve(signal === 'SIGKILL' ? 'killed' : 'broken'))
        }
        const abort = () => {
          end()
          settle(() => reject(signal?.reason as Error))
        }
        const settle = (finish: () => void) => {
          clearTimeout(timer)
          child.off('message', hear).off('exit', leave).off('error', leave)
          signal?.removeEventListener('abort', abort)
          finish()
        }
        child.once('message', hear).once('exit', leave).once('error', leave)
        signal?.addEventListener('abort', abort, { once: true })
        child.send(question)
      }),
    get alive() {
      return alive
    },
    end,
  }

  function end(): void {
    alive = false
    child.kill('SIGKILL')
  }
}

function start() {
  try {
    const { fork } = process.getBuiltinModule('node:child_process')
    const child = fork(new URL(source ? './child.ts' : './child.js', import.meta.url), [], {
      execArgv: source ? ['--import', 'jiti/register'] : [],
      env: Object.fromEntries(environment.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    if (child.pid !== undefined) process.getBuiltinModule('node:os').setPriority(child.pid, lowPriority)
    child.unref()
    child.channel?.unref()
    return child
  } catch (cause) {
    throw new DeskwrightError('sql-console-failed', { reason: 'no process could be started for it' }, { cause })
  }
}
