/** Lets a few works run at a time; the others wait in line, first come, first served. */
export interface Gate {
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Takes a place for work that ends elsewhere; what it gives hands the place on. */
  enter(signal?: AbortSignal): Promise<() => void>
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
      else await wait(signal)
      try {
        return await work()
      } finally {
        leave()
      }
    },
    async enter(signal) {
      signal?.throwIfAborted()
      if (running < limit) running += 1
      else await wait(signal)
      let inside = true
      return () => {
        if (inside) leave()
        inside = false
      }
    },
  }

  /** Whoever leaves hands its place over. */
  function leave(): void {
    const next = line.shift()
    if (next) next()
    else running -= 1
  }

  function wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const stopWaiting = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
      }
      const giveUp = (reason: unknown) => {
        stopWaiting()
        line.splice(line.indexOf(proceed), 1)
        reject(reason)
      }
      const proceed = () => {
        stopWaiting()
        resolve()
      }
      const abort = () => giveUp(signal?.reason)
      const timer = patience && setTimeout(() => giveUp(patience.refuse()), patience.time)
      line.push(proceed)
      signal?.addEventListener('abort', abort, { once: true })
    })
  }
}
