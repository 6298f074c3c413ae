/** Lets a few works run at a time; the others wait in line, first come, first served. */
export interface Gate {
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** How long someone waits in line, and what is thrown then. */
export interface Patience {
  /** In milliseconds. */
  readonly time: number
  readonly refuse: () => Error
}

/** Makes a gate. Who aborts while waiting leaves the line; so does who has waited too long. */
export function createGate(limit: number, patience?: Patience): Gate {
  const line: (() => void)[] = []
  let running = 0

  return {
    async run(work, signal) {
      signal?.throwIfAborted()
      if (running < limit) running += 1
      else await enter(signal) // whoever leaves hands its place over
      try {
        return await work()
      } finally {
        const next = line.shift()
        if (next) next()
        else running -= 1
      }
    },
  }

  function enter(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const stopWaiting = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
      const leave = (reason: unknown) => {
        stopWaiting()
        line.splice(line.indexOf(proceed), 1)
        reject(reason)
      }
      const proceed = () => {
        stopWaiting()
        resolve()
      }
      const abort = () => leave(signal?.reason)
      const timer = patience && setTimeout(() => leave(patience.refuse()), patience.time)
      line.push(proceed)
      signal?.addEventListener('abort', abort, { once: true })
    })
  }
}
