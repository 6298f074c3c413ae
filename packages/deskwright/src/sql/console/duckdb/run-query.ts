import { toJsonQuery } from '../../duckdb/json-row.ts'
import { openSession, type Session } from '../../duckdb/session.ts'
import { createGate } from '../../gate.ts'
import type { ConsoleLimits, ConsoleProblem, ConsoleResult } from '../console.ts'
import { findTextProblem, largestResult, tooLarge, toRefusalProblem, tooSlow } from '../problems.ts'
import { checkQuery, toLowerCase } from './check-query.ts'
import type { LockedInstance } from './locked-instance.ts'
import { parseQuery, printQuery } from './parse-query.ts'
import { findParseProblem, isFatal, isOutdated, toFailureProblem } from './failures.ts'

/** How a query ended, and whether the database it ran in has to be opened anew. `outdated`: it does not know the tables as they are now. */
export interface Outcome {
  readonly result: ConsoleResult | 'outdated'
  readonly spent: boolean
}

const nativeCalls = 3

/** Runs one query that a user typed: parsed, looked through, printed, looked through again, and read up to the limit. */
export async function runQuery(
  instance: LockedInstance,
  text: string,
  limits: ConsoleLimits,
  signal: AbortSignal,
): Promise<Outcome> {
  const session = await openSession(instance, createGate(nativeCalls), signal)
  let isOwnText = true
  try {
    const checked = await toCheckedQuery(instance, text)
    if (typeof checked !== 'string') return { result: { problem: checked }, spent: false }
    await session.prepare(text) // for its errors: they mark places in the user's own text
    isOwnText = false
    return { result: await read(session, checked, limits), spent: false }
  } catch (error) {
    if (signal.aborted) return { result: { problem: tooSlow(limits) }, spent: false }
    if (isOutdated(error)) return { result: 'outdated', spent: true }
    return { result: { problem: toFailureProblem(error, limits, isOwnText) }, spent: isFatal(error) }
  } finally {
    session.close()
  }
}

/**
 * Gives the text that runs. It is not the user's own but what DuckDB writes for the query that was looked through; that text is parsed and looked
 * through as well. So nothing that the check has not seen can run.
 */
async function toCheckedQuery(instance: LockedInstance, text: string): Promise<string | ConsoleProblem> {
  const textProblem = findTextProblem(text)
  if (textProblem) return textProblem
  const readable = instance.tables.filter(({ columns }) => columns.length > 0)
  const tables = new Set(readable.map(({ name }) => toLowerCase(name)))
  const connection = await instance.connect()
  try {
    const first = await parseQuery(connection, text)
    const problem = findProblem(text, first)
    if (problem || !('json' in first)) return problem!
    const printed = (await printQuery(connection, first.json)).replace(/;\s*$/, '')
    const second = findProblem(printed, await parseQuery(connection, printed))
    return second ?? printed
  } finally {
    connection.closeSync()
  }

  function findProblem(written: string, parsed: Awaited<ReturnType<typeof parseQuery>>): ConsoleProblem | undefined {
    const problem = findParseProblem(written, parsed)
    if (problem || !('statements' in parsed)) return problem
    const refusal = checkQuery(parsed.statements, tables)
    return refusal && toRefusalProblem(written, refusal)
  }
}

async function read(session: Session, query: string, { rows: limit }: ConsoleLimits): Promise<ConsoleResult> {
  const empty = await session.start({ text: `select * from (\n${query}\n) as q limit 0`, values: [] })
  const types = empty.columnTypes()
  const columns = empty.columnNames().map((name, index) => ({ name, type: types[index]! }))
  const limited = `select * from (\n${query}\n) as q limit ${limit + 1}`
  const result = await session.start({ text: toJsonQuery(limited, columns), values: [] })

  const rows: string[] = []
  let size = 0
  while (rows.length <= limit) {
    const chunk = await session.call(() => result.fetchChunk())
    if (!chunk || chunk.rowCount === 0) break
    for (const row of chunk.getColumnValues(0)) {
      size += String(row).length
      rows.push(String(row))
    }
    if (size > largestResult) return { problem: tooLarge }
  }
  return { rows: `[${rows.slice(0, limit).join('').slice(1)}]`, cut: rows.length > limit } // every row begins with a comma
}
