import type { Console } from '../console/console.ts'
import { createDuckdbConsole } from '../console/duckdb/create-console.ts'
import type { Engine } from '../engine.ts'
import { createRowCounter } from '../limits.ts'
import type { Statement } from '../statement.ts'
import { bindingKind } from './bind.ts'
import { describeStatement, type Description } from './describe.ts'
import { duckdbDialect } from './dialect.ts'
import { toBindingFailure } from './failure.ts'
import { createImport, type ImportPlan } from './import.ts'
import { openInstance, type Instance, type InstancePlan } from './instance.ts'
import { findPlace } from './place.ts'
import { readNumbers } from './read-numbers.ts'
import { readText } from './read-text.ts'
import { openSession, type Session } from './session.ts'
import { createTurns, type Turns } from './turns.ts'

const descriptionLimit = 500
const bracketOpen = '['.charCodeAt(0)
const encoder = new TextEncoder()

/** Makes an engine on DuckDB inside this process. It is opened by the first query, once; an opening that failed is tried again. */
export function createDuckdbEngine(plan: InstancePlan, turns: Turns = {}, importing?: ImportPlan): Engine {
  const gate = createTurns(turns)
  const copies = importing && createImport(importing, gate, () => performance.now())
  const descriptions = new Map<string, Description>()
  const consoles: Console[] = []
  const sessions = new Set<Session>()
  const starting = new Set<Promise<Session>>()
  let opening: Promise<Instance> | undefined
  let openings = 0
  const finding = { views: plan.views, copies, opening: () => `opening ${openings}` }

  const engine: Engine = {
    dialect: duckdbDialect,
    async columns(statement, signal) {
      const session = await start(signal)
      try {
        return (await describe(session, statement)).columns
      } finally {
        session.close()
      }
    },
    async *json(statement, signal) {
      const session = await start(signal)
      try {
        return yield* run(session, statement)
      } finally {
        session.close()
      }
    },
    async *numbers(statement, signal) {
      const session = await start(signal)
      try {
        const result = await session.collect(statement)
        for (;;) {
          const pieces = await session.call(() => readNumbers(result))
          if (pieces.length === 0) return
          yield* pieces
        }
      } finally {
        session.close()
      }
    },
    place: (path, signal) => findPlace(engine, finding, path, signal),
    createConsole(over) {
      const console = createDuckdbConsole(plan, over)
      consoles.push(console)
      return console
    },
    async close() {
      await Promise.all(consoles.map((console) => console.close()))
      const open = opening
      opening = undefined
      openings += 1
      descriptions.clear()
      await Promise.allSettled(starting)
      await Promise.all([...sessions].map((session) => session.stop()))
      const instance = await open
      if (instance === undefined) return
      await copies?.stop(instance)
      instance.close()
    },
  }
  return engine

  async function open(): Promise<Instance> {
    const instance = await openInstance(plan)
    await copies?.begin(instance)
    return instance
  }

  async function start(signal: AbortSignal | undefined): Promise<Session> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    const opened = opening
    const instance = await opened
    if (opened !== opening) return start(signal) // it was closed meanwhile
    if (await copies?.check(instance)) descriptions.clear()
    const begun = openSession(instance, gate, signal)
    starting.add(begun)
    const session = await begun.finally(() => starting.delete(begun))
    const watched: Session = {
      ...session,
      close() {
        sessions.delete(watched)
        session.close()
      },
    }
    sessions.add(watched)
    return watched
  }

  async function describe(session: Session, statement: Statement): Promise<Description> {
    const key = toKey(statement)
    const known = descriptions.get(key)
    if (known) return known
    const found = await describeStatement(session, statement).catch(async (error: unknown) => {
      if (await session.instance.views.mend(session.instance, error)) return describeStatement(session, statement)
      throw error
    })
    descriptions.set(key, found)
    if (descriptions.size > descriptionLimit) descriptions.delete(descriptions.keys().next().value!)
    return found
  }

  /** Starts the query. What was remembered of it may be out of date: then it is described anew, once. */
  async function execute(session: Session, statement: Statement) {
    const remembered = descriptions.get(toKey(statement))
    const { jsonText } = await describe(session, statement)
    try {
      return await session.start({ ...statement, text: jsonText })
    } catch (error) {
      if (!remembered || toBindingFailure(error) === undefined) throw error
      descriptions.delete(toKey(statement))
      const fresh = await describe(session, statement)
      return session.start({ ...statement, text: fresh.jsonText })
    }
  }

  async function* run(session: Session, statement: Statement): AsyncGenerator<Uint8Array, number> {
    const result = await execute(session, statement)
    const countRows = createRowCounter(statement.maxRows)
    let rowCount = 0
    let first = true
    for (;;) {
      const chunk = await session.call(() => result.fetchChunk())
      if (!chunk || chunk.rowCount === 0) break
      rowCount += chunk.rowCount
      countRows(chunk.rowCount)
      for (const piece of readText(session.instance.driver, chunk)) {
        if (first) piece[0] = bracketOpen // every row begins with a comma
        first = false
        yield piece
      }
      chunk.reset() // its texts are copied; else they stay until the garbage is collected
    }
    yield encoder.encode(first ? '[]' : ']')
    return rowCount
  }
}

function toKey({ text, values }: Statement): string {
  return `${values.map(bindingKind).join()}\n${text}`
}
