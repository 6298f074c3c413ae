/**
 * Lets a few works run at a time; the others wait in line, first come, first served. Whoever does a long task in many small works goes
 * to the end of the line after each, so that everybody in line gets a turn.
 */
export interface Gate {
  /** Does work. What belongs to a task that has begun (`begun`) is never refused for the length of the line. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal, begun?: boolean): Promise<T>
  /** Takes a place for work that ends elsewhere; what it gives hands the place on. */
  enter(signal?: AbortSignal): Promise<() => void>
}

/** How long someone waits in line and how long the line may be, and what is thrown beyond that. */
export interface Patience {
  /** In milliseconds. */
  readonly time?: number
  /** How many may wait. */
  readonly most?: number
  readonly refuse: () => Error
}

/** Makes a gate. Who aborts while waiting leaves the line; so does who has waited too long. Nobody joins a line that is full. */
export function createGate(limit: number, patience?: Patience): Gate {
  const line: (() => void)[] = []
  let running = 0

  return {
    async run(work, signal, begun = false) {
      signal?.throwIfAborted()
      if (running < limit) running += 1
      else await wait(signal, begun)
      try {
        return await work()
      } finally {
        leave()
      }
    },
    async enter(signal) {
      signal?.throwIfAborted()
      if (running < limit) running += 1
      else await wait(signal, false)
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

  function wait(signal: AbortSignal | undefined, begun: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!begun && line.length >= (patience?.most ?? Infinity)) return reject(patience!.refuse())
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
      const timer = patience?.time && setTimeout(() => giveUp(patience.refuse()), patience.time)
      line.push(proceed)
      signal?.addEventListener('abort', abort, { once: true })
    })
  }
}
