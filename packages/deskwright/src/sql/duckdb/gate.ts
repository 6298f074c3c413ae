/** Lets a few works run at a time; the others wait in line. */
export interface Gate {
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** Makes a gate. Who aborts while waiting leaves the line. */
export function createGate(limit: number): Gate {
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
      const proceed = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        line.splice(line.indexOf(proceed), 1)
        reject(signal?.reason)
      }
      line.push(proceed)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
