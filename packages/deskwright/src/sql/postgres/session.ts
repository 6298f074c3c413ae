import type { FieldDef } from 'pg'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { BoundValue } from './bind.ts'
import { cancelQuery } from './cancel.ts'
import { createExchange, type Exchange, type Step } from './exchange.ts'
import { isServerFailure, toReason } from './failure.ts'
import { isLoss, toLossError, type Pool } from './pool.ts'

/** A connection of its own for one query. Aborting the signal stops what runs on it. */
export interface Session {
  readonly isNew: boolean
  /**
   * Runs steps in one read-only transaction and gives the rows of the reading step as they come. Fails with the error of the refused step or
   * `sql-failed`, with `sql-unreachable` when the connection is lost, and with the signal's reason.
   */
  read(steps: readonly Step[], onDescribed?: OnDescribed): AsyncGenerator<readonly string[]>
  /** Runs steps whose rows nobody wants, and gives the columns that they describe. */
  describe(steps: readonly Step[]): Promise<readonly (readonly FieldDef[])[]>
  close(): void
}

/** Looks at what was described before the first rows are given; throws to stop. */
export type OnDescribed = (described: readonly (readonly FieldDef[])[]) => void

/** Settings of the server that hold while a query runs. */
export type Settings = Readonly<Record<string, string>>

const firstPause = 20 // milliseconds between requests to stop; it doubles
const patience = 5000 // milliseconds; then the connection is given up

/** Opens a session: borrows a connection. */
export async function openSession(pool: Pool, settings: Settings, signal?: AbortSignal): Promise<Session> {
  signal?.throwIfAborted()
  const lease = await pool.lend(signal)
  const { client } = lease
  const prologue = toPrologue(settings)
  let isBroken = false

  async function* read(steps: readonly Step[], onDescribed?: OnDescribed): AsyncGenerator<readonly string[]> {
    signal?.throwIfAborted()
    const exchange = client.query(createExchange([...prologue, ...steps, { text: 'commit', task: 'run' }]))
    let stopping: Promise<void> | undefined
    const stop = () => {
      if (exchange.isOver) return
      exchange.discard(signal?.reason)
      stopping ??= insist(exchange)
    }
    signal?.addEventListener('abort', stop, { once: true })
    let isDone = false
    try {
      for (let first = true; ; first = false) {
        const rows = await exchange.next()
        if (first) onDescribed?.(exchange.described)
        if (rows === undefined) break
        yield rows
      }
      isDone = true
    } catch (error) {
      throw toError(exchange, error)
    } finally {
      signal?.removeEventListener('abort', stop)
      stop()
      await stopping
      if (!isDone) await mend()
    }
  }

  function toError(exchange: Exchange, error: unknown): unknown {
    signal?.throwIfAborted()
    if (error instanceof DeskwrightError) return error
    if (!isServerFailure(error) || isLoss(error)) {
      isBroken = true
      return toLossError(pool.address, error)
    }
    return exchange.refused?.toError?.(error) ?? toFailure(error)
  }

  /** Asks the server to stop until it has. It forgets a request that comes before the query it is meant for. */
  async function insist(exchange: Exchange): Promise<void> {
    const deadline = performance.now() + patience
    for (let pause = firstPause; !exchange.isOver && performance.now() < deadline; pause *= 2) {
      await cancelQuery(lease.driver, client)
      await waitFor(exchange.ended, pause)
    }
    if (!exchange.isOver) isBroken = true
  }

  /** Ends the transaction that a failed or stopped exchange has left. */
  async function mend(): Promise<void> {
    if (!isBroken) await client.query('rollback').catch(() => (isBroken = true))
  }

  return {
    isNew: lease.isNew,
    read,
    async describe(steps) {
      let found: readonly (readonly FieldDef[])[] = []
      for await (const rows of read(steps, (described) => (found = described))) void rows
      return found
    },
    close: () => lease.release(isBroken),
  }
}

/** The settings hold for the transaction only, so that they work where a pooler hands connections around. */
function toPrologue(settings: Settings): readonly Step[] {
  const entries = Object.entries(settings)
  const begin: Step = { text: 'begin read only', task: 'run' }
  if (entries.length === 0) return [begin]
  const calls = entries.map((_entry, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`)
  const values = entries.flat().map((text): BoundValue => ({ type: textType, text }))
  const toError = (cause: unknown) => {
    const reason = toReason(cause)
    const [setting, value] = entries.find(([name]) => reason.includes(`"${name}"`)) ?? entries[0]!
    return new DeskwrightError('sql-setting-refused', { setting, value, reason }, { cause })
  }
  return [begin, { text: `select ${calls.join(', ')}`, values, task: 'run', toError }]
}

const textType = 25

function toFailure(cause: unknown): DeskwrightError {
  return new DeskwrightError('sql-failed', { reason: toReason(cause) }, { cause })
}

async function waitFor(event: Promise<void>, time: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([event, new Promise((resolve) => (timer = setTimeout(resolve, time)))])
  clearTimeout(timer)
}
