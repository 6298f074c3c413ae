/**
 * The requests that wait for one load. When the last one has gone, the load is told to stop. Requests are asked for their
 * signal only when the load asks for its own, because making one costs more than a small answer.
 */
export class Audience {
  readonly #requests: Request[] = []
  #gone = 0
  #pinned = false
  #controller: AbortController | undefined

  join(request: Request): void {
    this.#requests.push(request)
    if (this.#controller !== undefined) this.#watch(request)
  }

  /** Keeps the load running whoever leaves: its answer is for the cache. */
  pin(): void {
    this.#pinned = true
  }

  /** Aborts when everybody has gone, or by `abort`. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController()
      for (const request of this.#requests) this.#watch(request)
    }
    return this.#controller.signal
  }

  /** Whether the load has been told to stop, so that nobody should join it any more. */
  get stopped(): boolean {
    return this.#controller?.signal.aborted ?? false
  }

  abort(reason: unknown): void {
    this.#controller ??= new AbortController()
    this.#controller.abort(reason)
  }

  #watch({ signal }: Request): void {
    const leave = () => {
      this.#gone += 1
      if (this.#gone === this.#requests.length && !this.#pinned) this.abort(signal.reason)
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  }
}
