/** Work that several may wait for at once. */
export interface SharedWork<T> {
  /**
   * Waits for it. Who aborts stops waiting; when the last one has, the work is told to stop. Who was only asked to wait for
   * a while leaves without stopping it.
   */
  wait(signal?: AbortSignal): Promise<T>
  /** Tells it to stop, whoever waits. */
  stop(): void
  /** Whether it was told to stop, so that nobody should join it. */
  readonly stopped: boolean
}

/** Starts work that is shared. */
export function startSharedWork<T>(work: (signal: AbortSignal) => Promise<T>): SharedWork<T> {
  const controller = new AbortController()
  const result = work(controller.signal)
  result.catch(() => undefined) // it may fail when nobody waits
  let waiting = 0
  return {
    stop: () => controller.abort(),
    get stopped() {
      return controller.signal.aborted
    },
    async wait(signal) {
      signal?.throwIfAborted()
      waiting += 1
      if (signal === undefined) return result
      let leave: (() => void) | undefined
      const gone = new Promise<never>((_resolve, reject) => {
        leave = () => {
          waiting -= 1
          if (waiting === 0) controller.abort(signal.reason)
          reject(signal.reason)
        }
        signal.addEventListener('abort', leave, { once: true })
      })
      try {
        return await Promise.race([result, gone])
      } finally {
        signal.removeEventListener('abort', leave!)
      }
    },
  }
}
