import type { RunningServer } from './serve.ts'

/** What to say and do while a server ends. */
export interface StopOptions {
  /** Called when the first signal arrives. */
  readonly onStop?: (signal: NodeJS.Signals) => void
  /** Called when everything is answered, with the number of requests that were cut off. */
  readonly onStopped?: (cut: number) => void
  /** How long requests in flight may take, in milliseconds. Default 10 000. */
  readonly grace?: number
}

const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * Ends the server when the process is told to end (Ctrl-C, `kill`, a container that stops): requests in flight are
 * answered first, then the process exits with code 0. A second signal ends it at once.
 */
export function stopOnSignals(server: Pick<RunningServer, 'close'>, options: StopOptions = {}): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    options.onStop?.(signal)
    void end()
  }
  const end = async () => {
    const cut = await server.close(options.grace)
    options.onStopped?.(cut)
    process.exit(cut === 0 ? 0 : 1)
  }
  for (const signal of signals) process.on(signal, stop)
}
