import type { DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Statement } from '../statement.ts'
import { bindValues } from './bind.ts'
import { toReason, toReasonWithoutPlace } from './failure.ts'
import type { Gate } from '../gate.ts'
import type { Instance } from './instance.ts'

/** A connection of its own for one query. Aborting the signal interrupts what runs on it. */
export interface Session {
  readonly instance: Instance
  /** Reads the user's own statement without running it. Fails with DuckDB's words and the place it marks. */
  prepare(text: string): Promise<DuckDBPreparedStatement>
  /** Starts a statement; its rows are read chunk by chunk. */
  start(statement: Statement): Promise<DuckDBResult>
  /** Runs a statement to its end; its rows are held by DuckDB. */
  collect(statement: Statement): Promise<DuckDBResult>
  /** Does one piece of native work. Fails with `sql-failed`, and with the signal's reason when that aborts. */
  call<T>(work: () => Promise<T>): Promise<T>
  close(): void
  /** Closes when the database does: what runs is interrupted and waited for, what comes later fails. */
  stop(): Promise<void>
}

const insistAfter = 50 // milliseconds

/** Opens a session. A connection costs less than a tenth of a millisecond, and a fresh one inherits no interrupt. */
export async function openSession(instance: Instance, gate: Gate, signal?: AbortSignal): Promise<Session> {
  signal?.throwIfAborted()
  const connection = await instance.connect()
  const statements: DuckDBPreparedStatement[] = []
  const running = new Set<Promise<unknown>>()
  const stopping = new AbortController()
  let begun = false
  let isClosed = false

  async function call<T>(work: () => Promise<T>, toWords = toReasonWithoutPlace): Promise<T> {
    let insist: ReturnType<typeof setInterval> | undefined
    // A query that is just starting forgets an interrupt, so it is repeated until the work ends.
    const interrupt = () => {
      connection.interrupt()
      clearInterval(insist)
      insist = setInterval(() => connection.interrupt(), insistAfter)
    }
    try {
      const turn = gate.run(
        async () => {
          begun = true
          stopping.signal.throwIfAborted()
          signal?.addEventListener('abort', interrupt, { once: true })
          stopping.signal.addEventListener('abort', interrupt, { once: true })
          const native = work()
          running.add(native)
          return native.finally(() => running.delete(native))
        },
        signal,
        begun,
      )
      const result = await turn
      signal?.throwIfAborted() // an interrupted stream looks like one that has ended
      stopping.signal.throwIfAborted()
      return result
    } catch (error) {
      signal?.throwIfAborted()
      stopping.signal.throwIfAborted()
      if (error instanceof DeskwrightError) throw error
      throw new DeskwrightError('sql-failed', { reason: toWords(error) }, { cause: error })
    } finally {
      signal?.removeEventListener('abort', interrupt)
      stopping.signal.removeEventListener('abort', interrupt)
      clearInterval(insist)
    }
  }

  async function prepare(text: string, toWords?: typeof toReason): Promise<DuckDBPreparedStatement> {
    const prepared = await call(() => connection.prepare(text), toWords)
    statements.push(prepared)
    return prepared
  }

  return {
    instance,
    call: (work) => call(work),
    prepare: (text) => prepare(text, toReason),
    async start({ text, values }) {
      const prepared = await prepare(text)
      bindValues(instance.driver, prepared, values)
      return call(() => prepared.stream())
    },
    async collect({ text, values }) {
      const prepared = await prepare(text)
      bindValues(instance.driver, prepared, values)
      return call(() => prepared.run())
    },
    close,
    async stop() {
      stopping.abort(new DeskwrightError('sql-failed', { reason: 'the database was closed' }))
      await Promise.allSettled(running)
      await new Promise((resolve) => setTimeout(resolve)) // whoever waited for it looks at the result first
      close()
    },
  }

  function close(): void {
    if (isClosed) return
    isClosed = true
    connection.interrupt()
    for (const prepared of statements) prepared.destroySync()
    connection.closeSync()
  }
}
