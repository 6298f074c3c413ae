import { checkRows, describe } from '../define/answers/rows.ts'
import { isRowSet } from '../define/row-set.ts'
import { reload } from '../define/live-update.ts'
import type { Connection } from '../define/socket.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { createBackOff } from '../internal/back-off.ts'
import { pause } from '../internal/pause.ts'
import { Broadcast } from './broadcast.ts'
import { LiveContext } from './live-context.ts'
import type { LiveItem, LivePlan } from './live-plan.ts'
import { readSource } from './read-source.ts'
import { RowStates, type LiveFields } from './row-states.ts'

/**
 * One subscription with its rows, for all clients that ask for the same. Rows are loaded once the subscription has begun, so that
 * nothing between the two is missed; what fails is begun anew, later each time, and the rows are loaded again.
 */
export class Feed {
  readonly broadcast: Broadcast
  readonly #plan: LivePlan
  readonly #values: Record<string, unknown>
  readonly #connection: Connection
  readonly #onPersonal: (feed: Feed) => void
  readonly #states: RowStates
  readonly #end = new AbortController()
  #loading = new AbortController()

  constructor(
    plan: LivePlan,
    values: Record<string, unknown>,
    connection: Connection,
    onPersonal: (feed: Feed) => void,
  ) {
    this.#plan = plan
    this.#values = values
    this.#connection = connection
    this.#onPersonal = onPersonal
    this.#states = new RowStates(plan.where, plan.rowId)
    this.broadcast = new Broadcast(this.#states, plan, (error) => {
      connection.logError('error', `${plan.where} has rows that cannot be sent`, error)
    })
  }

  start(): void {
    void this.#run()
  }

  /** Ends the subscription: its signal aborts and its iterator returns. */
  stop(): void {
    this.#end.abort()
    this.broadcast.stop()
  }

  async #run(): Promise<void> {
    const backOff = createBackOff()
    while (!this.#end.signal.aborted) {
      try {
        await this.#read(() => backOff.reset())
        return
      } catch (error) {
        if (this.#end.signal.aborted || this.#isRefused(error)) return
        this.#connection.logError('error', `the subscription of ${this.#plan.where} failed; it is begun anew`, error)
      }
      await pause(backOff.next(), this.#end.signal)
    }
  }

  /** Subscribes once. Whoever subscribes is told by the signal when it is over, also when its updates failed. */
  async #read(onUpdate: () => void): Promise<void> {
    const attempt = new AbortController()
    let iterator: AsyncIterator<LiveItem, unknown> | undefined
    const end = () => {
      attempt.abort()
      this.#loading.abort()
      // A source that waits for something else than its signal answers later, or never: nobody waits for it.
      Promise.resolve(iterator?.return?.()).catch(() => {})
    }
    this.#end.signal.addEventListener('abort', end)
    try {
      const { where, subscribe } = this.#plan
      iterator = readSource(await subscribe(this.#values, this.#toContext(attempt.signal)), where)
      if (this.#end.signal.aborted) return end()
      const first = iterator.next()
      this.#reload()
      for (let { done, value } = await first; !done; { done, value } = await iterator.next()) {
        if (this.#end.signal.aborted) return
        if (value === reload) this.#reload()
        else this.#apply(toRows(value, where))
        onUpdate()
      }
    } catch (error) {
      end()
      this.#end.signal.removeEventListener('abort', end)
      throw error
    }
  }

  #apply(rows: readonly LiveFields[], unchangedSince?: number): void {
    const { version } = this.#states
    const forgotten = this.#states.apply(rows, unchangedSince)
    if (forgotten > 0) {
      const message = `${this.#plan.where} has more rows than a grid can show; the oldest were left out`
      this.#connection.log('warn', message, { rows: this.#states.size, forgotten })
    }
    if (this.#states.version > version) this.broadcast.announce()
  }

  /** Loads the rows anew; a load that has not come back yet may have read too early and is given up. */
  #reload(): void {
    this.#loading.abort()
    const loading = new AbortController()
    this.#loading = loading
    void this.#load(loading.signal)
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { where, load } = this.#plan
    const backOff = createBackOff()
    while (!signal.aborted) {
      const begun = this.#states.version
      try {
        const loaded = await load(this.#values, this.#toContext(signal))
        const rows: unknown = isRowSet(loaded) ? await loaded.rows(signal) : loaded
        if (signal.aborted) return
        return this.#apply(toRows(rows, where), begun)
      } catch (error) {
        if (signal.aborted || this.#isRefused(error)) return
        this.#connection.logError('error', `${where} failed to load its rows for its socket; it tries again`, error)
      }
      await pause(backOff.next(), signal)
    }
  }

  /** What the author refuses for these parameters would be refused again. */
  #isRefused(error: unknown): boolean {
    if (!(error instanceof DeskwrightError && error.status < 500)) return false
    this.#connection.logError('warn', `${this.#plan.where} was refused`, error)
    return true
  }

  #toContext(signal: AbortSignal): LiveContext {
    return new LiveContext(this.#connection, signal, () => this.#onPersonal(this))
  }
}

function toRows(item: unknown, where: string): readonly LiveFields[] {
  if (Array.isArray(item)) {
    const problem = checkRows(item)
    if (problem === undefined) return item as readonly LiveFields[]
    throw new DeskwrightError('live-update-malformed', { where, problem })
  }
  if (typeof item === 'object' && item !== null) return [item as LiveFields]
  throw new DeskwrightError('live-update-malformed', { where, problem: `it is ${describe(item)}` })
}
