/** Hands items from whoever pushes them to one reader, in their order. */
export interface Channel<Item> extends AsyncIterableIterator<Item, undefined> {
  push(item: Item): void
  /** Ends it when what was pushed has been read. */
  end(): void
  /** Has the reader fail, at once. */
  fail(error: unknown): void
}

/**
 * Creates a channel. It ends when the signal aborts or the reader leaves; `onEnd` is called once, whichever way it ended, but not when the
 * signal had aborted before. A reader for whom more than `limit` items wait fails.
 */
export function createChannel<Item>(
  signal: AbortSignal,
  onEnd: () => void,
  overrun: { readonly limit: number; readonly toError: (limit: number) => Error },
): Channel<Item> {
  let items: Item[] = []
  let waiting: PromiseWithResolvers<IteratorResult<Item, undefined>>[] = []
  let failure: { readonly error: unknown } | undefined
  let isOver = false

  const close = () => {
    if (isOver) return
    isOver = true
    signal.removeEventListener('abort', leave)
    onEnd()
    for (const { resolve, reject } of waiting) {
      if (failure === undefined) resolve({ done: true, value: undefined })
      else reject(failure.error)
      failure = undefined
    }
    waiting = []
  }
  const leave = () => {
    items = []
    close()
  }
  const channel: Channel<Item> = {
    push(item) {
      if (isOver) return
      const first = waiting.shift()
      if (first !== undefined) return first.resolve({ done: false, value: item })
      items.push(item)
      if (items.length > overrun.limit) channel.fail(overrun.toError(overrun.limit))
    },
    end: close,
    fail(error) {
      if (isOver) return
      items = []
      failure = { error }
      close()
    },
    async next() {
      if (items.length > 0) return { done: false, value: items.shift()! }
      if (failure !== undefined) {
        const { error } = failure
        failure = undefined
        throw error
      }
      if (isOver) return { done: true, value: undefined }
      const turn = withResolvers<IteratorResult<Item, undefined>>()
      waiting.push(turn)
      return turn.promise
    },
    async return() {
      leave()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => channel,
  }
  if (signal.aborted) isOver = true
  else signal.addEventListener('abort', leave)
  return channel
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** `Promise.withResolvers` is younger than the oldest runtime we serve. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((onResolve, onReject) => ([resolve, reject] = [onResolve, onReject]))
  return { promise, resolve, reject }
}
