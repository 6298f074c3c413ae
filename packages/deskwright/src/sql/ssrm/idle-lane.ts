/** Work that nobody waits for yet. It runs when nothing else does, and stops when something else begins. */
export interface IdleLane {
  /** Says that somebody waits now; the returned function says that it is over. */
  enter(): () => void
  /** Runs work when nobody waits. Of more than a few, the oldest are dropped. */
  add(work: (signal: AbortSignal) => Promise<unknown>): void
  /** Stops what runs, and drops what waits to run. */
  clear(): void
}

const longest = 8

/** Makes an empty lane. One work runs at a time. */
export function createIdleLane(): IdleLane {
  const line: ((signal: AbortSignal) => Promise<unknown>)[] = []
  let waiting = 0
  let running: AbortController | undefined

  const proceed = (): void => {
    if (waiting > 0 || running) return
    const work = line.pop() // the newest is the likeliest to be needed
    if (work === undefined) return
    const controller = new AbortController()
    running = controller
    const end = () => {
      running = undefined
      proceed()
    }
    work(controller.signal).then(end, end)
  }

  const stop = () => running?.abort(new DOMException('Somebody waits for something else', 'AbortError'))

  return {
    clear() {
      line.length = 0
      stop()
    },
    enter() {
      waiting += 1
      stop()
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        waiting -= 1
        proceed()
      }
    },
    add(work) {
      line.push(work)
      if (line.length > longest) line.shift()
      proceed()
    },
  }
}
