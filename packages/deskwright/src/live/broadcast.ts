import type { Socket } from '../define/socket.ts'
import { toJson } from '../http/to-json.ts'
import type { LivePlan } from './live-plan.ts'
import type { RowStates } from './row-states.ts'

/**
 * Sends what changed to many sockets, at most once in an interval. What several lack alike is written once. A socket that has not taken
 * the last message yet is passed over; it gets the newest state when it has.
 */
export class Broadcast {
  readonly #states: RowStates
  readonly #plan: Pick<LivePlan, 'interval' | 'where'>
  readonly #onError: (error: unknown) => void
  /** The version that each socket was sent last. */
  readonly #sent = new Map<Socket, number>()
  /** Messages by the version from which they lead to the newest one. */
  readonly #messages = new Map<number, string>()
  #messagesLeadTo = 0
  #flushedAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(states: RowStates, plan: Pick<LivePlan, 'interval' | 'where'>, onError: (error: unknown) => void) {
    this.#states = states
    this.#plan = plan
    this.#onError = onError
  }

  get size(): number {
    return this.#sent.size
  }

  /** Adds a socket and sends it everything that is known. */
  add(socket: Socket): void {
    this.#sent.set(socket, 0)
    if (!this.#bringUpToDate(socket, 0)) this.announce()
  }

  remove(socket: Socket): void {
    this.#sent.delete(socket)
  }

  /** Says that there may be something new. */
  announce(): void {
    if (this.#timer !== undefined || this.#sent.size === 0) return
    const wait = Math.max(0, this.#flushedAt + this.#plan.interval - performance.now())
    this.#timer = setTimeout(() => this.#flush(), wait)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#messages.clear()
  }

  #flush(): void {
    this.#timer = undefined
    this.#flushedAt = performance.now()
    let areAllUpToDate = true
    for (const [socket, version] of this.#sent) {
      if (!this.#bringUpToDate(socket, version)) areAllUpToDate = false
    }
    if (!areAllUpToDate) this.announce()
  }

  #bringUpToDate(socket: Socket, version: number): boolean {
    const newest = this.#states.version
    if (version === newest) return true
    if (socket.bufferedAmount > 0) return false
    const message = this.#toMessage(version)
    if (message !== '') socket.send(message)
    this.#sent.set(socket, newest)
    return true
  }

  #toMessage(since: number): string {
    if (this.#messagesLeadTo !== this.#states.version) this.#messages.clear()
    this.#messagesLeadTo = this.#states.version
    const known = this.#messages.get(since)
    if (known !== undefined) return known
    const message = this.#write(since)
    this.#messages.set(since, message)
    return message
  }

  #write(since: number): string {
    const rows = this.#states.since(since)
    if (rows.length === 0) return ''
    try {
      return toJson(rows, this.#plan.where) ?? ''
    } catch (error) {
      this.#onError(error)
      return ''
    }
  }
}
