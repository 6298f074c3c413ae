import type { Connection, Socket } from '../define/socket.ts'
import { Feed } from './feed.ts'
import type { LivePlan } from './live-plan.ts'

/** How long a subscription that nobody follows any more goes on, in milliseconds: many who leave come back at once. */
export const grace = 5000

interface Entry {
  readonly key: string
  readonly feed: Feed
  /** Whose connection the subscription knows. */
  readonly owner: Socket
  timer: ReturnType<typeof setTimeout> | undefined
}

interface Member {
  readonly entry: Entry
  readonly values: Record<string, unknown>
  readonly connection: Connection
}

/**
 * The subscriptions of one live grid: clients with the same parameters share one. As soon as one of them looks at who is asking, each
 * is left to the client it was begun for; all others get their own, and so does everybody from then on.
 */
export class Hub {
  readonly #plan: LivePlan
  readonly #entries = new Map<string, Entry>()
  readonly #members = new Map<Socket, Member>()
  #isPersonal = false
  #begun = 0

  constructor(plan: LivePlan) {
    this.#plan = plan
  }

  /** How many subscriptions there are, those in their grace among them. */
  get size(): number {
    return this.#entries.size
  }

  /** Has a socket follow the rows of these parameters, and no others any more. */
  follow(socket: Socket, values: Record<string, unknown>, connection: Connection): void {
    this.leave(socket)
    this.#begun += 1
    const key = this.#isPersonal ? String(this.#begun) : JSON.stringify(values)
    const entry = this.#entries.get(key) ?? this.#begin(key, { socket, values, connection })
    clearTimeout(entry.timer)
    entry.timer = undefined
    this.#members.set(socket, { entry, values, connection })
    entry.feed.broadcast.add(socket)
  }

  leave(socket: Socket): void {
    const entry = this.#members.get(socket)?.entry
    if (entry === undefined) return
    this.#members.delete(socket)
    entry.feed.broadcast.remove(socket)
    if (entry.feed.broadcast.size > 0) return
    if (this.#isPersonal) this.#end(entry)
    else entry.timer = setTimeout(() => this.#end(entry), grace)
  }

  #begin(key: string, { socket, values, connection }: Omit<Member, 'entry'> & { readonly socket: Socket }): Entry {
    const feed = new Feed(this.#plan, values, connection, () => this.#separate())
    const entry: Entry = { key, feed, owner: socket, timer: undefined }
    this.#entries.set(key, entry)
    feed.start()
    return entry
  }

  #end({ key, feed, timer }: Entry): void {
    clearTimeout(timer)
    this.#entries.delete(key)
    feed.stop()
  }

  /** Happens before the subscription is told who is asking, so that nobody is sent what is meant for another. */
  #separate(): void {
    if (this.#isPersonal) return
    this.#isPersonal = true
    for (const entry of this.#entries.values()) if (entry.timer !== undefined) this.#end(entry)
    for (const [socket, { entry, values, connection }] of this.#members) {
      if (entry.owner !== socket) this.follow(socket, values, connection)
    }
  }
}
