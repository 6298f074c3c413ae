import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Console } from '../console/console.ts'
import { createPostgresConsole, toConsoleSettings } from '../console/postgres/create-console.ts'
import type { Engine } from '../engine.ts'
import { createRowCounter } from '../limits.ts'
import type { Statement } from '../statement.ts'
import { toBoundValue } from './bind.ts'
import { describeQuery, toDescribingStep, toFailure, toSignature, type Description, type Query } from './describe.ts'
import { postgresDialect } from './dialect.ts'
import type { Step } from './exchange.ts'
import { toState } from './failure.ts'
import { findPlace } from './place.ts'
import { createListener } from './listener.ts'
import { openPool, type Pool, type PoolPlan } from './pool.ts'
import { openSession, type Session, type Settings } from './session.ts'
import { createTypes } from './types.ts'

/** What the engine connects to, and the settings of its queries. */
export interface EnginePlan extends PoolPlan {
  readonly settings: Settings
}

/** A query that has given its first rows. */
interface Running {
  readonly first: IteratorResult<readonly string[], unknown>
  readonly rows: AsyncGenerator<readonly string[]>
}

const descriptionLimit = 500
const consoleConnections = 2 // its slow queries wait in their own line
const encoder = new TextEncoder()

/** Makes an engine on a PostgreSQL server. It connects with the first query; an opening that failed is tried again. */
export function createPostgresEngine(plan: EnginePlan): Engine {
  const descriptions = new Map<string, Description>()
  const catalogue = { types: createTypes(), names: new Map<string, string>() }
  const consoles: Console[] = []
  const listener = createListener(open)
  let opening: Promise<Pool> | undefined

  const engine: Engine = {
    dialect: postgresDialect,
    async columns(statement, signal) {
      const query = toQuery(statement)
      descriptions.delete(toKey(query)) // tables change; whoever asks wants to know
      const [session, { columns }] = await begin(signal, (session) => describe(session, query))
      session.close()
      return columns
    },
    place: (path, signal) => findPlace(engine, path, signal),
    async *json(statement, signal) {
      const query = toQuery(statement)
      const countRows = createRowCounter(statement.maxRows)
      const [session, { first, rows }] = await begin(signal, (session) => start(session, query, statement.maxRows))
      let rowCount = 0
      try {
        for (let batch = first; !batch.done; batch = await rows.next()) {
          countRows(batch.value.length)
          yield encoder.encode((rowCount === 0 ? '[' : ',') + batch.value.join(','))
          rowCount += batch.value.length
        }
        yield encoder.encode(rowCount === 0 ? '[]' : ']')
        return rowCount
      } finally {
        await rows.return(undefined)
        session.close()
      }
    },
    createConsole(over) {
      const settings = { ...plan.settings, ...toConsoleSettings(over) }
      const console = createPostgresConsole(createPostgresEngine({ ...plan, settings, max: consoleConnections }), over)
      consoles.push(console)
      return console
    },
    listen: (channel, signal) => listener.listen(channel, signal),
    async close() {
      listener.close()
      await Promise.all(consoles.map((console) => console.close()))
      const open = opening
      opening = undefined
      descriptions.clear()
      await open?.then((pool) => pool.close())
    },
  }
  return engine

  function open(): Promise<Pool> {
    opening ??= openPool(plan).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  /** Begins work on a connection. One that died while it was idle is only found out now, so the work is begun anew on another. */
  async function begin<T>(
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>,
  ): Promise<[Session, T]> {
    for (;;) {
      const session = await openSession(await open(), plan.settings, signal)
      try {
        return [session, await work(session)]
      } catch (error) {
        session.close()
        const isLost = error instanceof DeskwrightError && error.code === 'sql-unreachable'
        if (session.isNew || !isLost) throw error
      }
    }
  }

  async function describe(session: Session, query: Query): Promise<Description> {
    const key = toKey(query)
    const known = descriptions.get(key)
    if (known) return known
    const found = await describeQuery(session, query, catalogue)
    descriptions.set(key, found)
    if (descriptions.size > descriptionLimit) descriptions.delete(descriptions.keys().next().value!)
    return found
  }

  /** Starts a query. What was remembered of it may be out of date: then it is described anew, once. */
  async function start(session: Session, query: Query, maxRows: number | undefined): Promise<Running> {
    const isRemembered = descriptions.has(toKey(query))
    const description = await describe(session, query)
    const limit = maxRows === undefined ? '' : ` limit ${maxRows + 1}`
    let signature: string | undefined
    const rows = session.read([toDescribingStep(query), toReadingStep(query, description, limit)], ([fields = []]) => {
      signature = toSignature(fields)
    })
    try {
      const first = await rows.next()
      if (signature === description.signature) return { first, rows }
      await rows.return(undefined)
    } catch (error) {
      if (!isRemembered || !toState(error).startsWith('42')) throw error
    }
    descriptions.delete(toKey(query))
    return start(session, query, maxRows)
  }
}

function toReadingStep(query: Query, { jsonText }: Description, limit: string): Step {
  const opening = '(\n'
  const before = jsonText.slice(0, jsonText.indexOf(opening + query.text) + opening.length)
  return {
    text: jsonText + limit,
    values: query.values,
    task: 'read',
    toError: (cause) => toFailure(cause, query.text, Array.from(before).length),
  }
}

function toQuery({ text, values }: Statement): Query {
  if (text.includes('\0')) throw new DeskwrightError('sql-failed', { reason: 'the text contains a NUL character' })
  return { text: text.replace(/[;\s]+$/, ''), values: values.map(toBoundValue) }
}

function toKey({ text, values }: Query): string {
  return `${values.map(({ type }) => type).join()}\n${text}`
}
