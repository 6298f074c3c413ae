import { DeskwrightError } from '../../../errors/deskwright-error.ts'
import type { Engine } from '../../engine.ts'
import { parseRows } from '../../parse-rows.ts'
import { toReason, toState } from '../../postgres/failure.ts'
import { toIdentifier } from '../../postgres/dialect.ts'
import type { Console, ConsolePlan, ConsoleProblem, ConsoleResult, ConsoleTable } from '../console.ts'
import { cutRows } from '../cut-rows.ts'
import * as problems from '../problems.ts'
import { checkQuery } from './check-query.ts'
import { loadParser, type Parsed } from './parse-query.ts'

type Path = ConsolePlan['tables'][number]

const grace = 2000 // milliseconds that the server has to stop a query by itself

/** Settings of the server for a console's queries: what they may take, and that texts are read as the parser reads them. */
export function toConsoleSettings({ limits }: ConsolePlan): Readonly<Record<string, string>> {
  return {
    statement_timeout: String(limits.milliseconds),
    work_mem: `${Math.max(1, Math.round(limits.megabytes / 16))}MB`,
    max_parallel_workers_per_gather: '0',
    standard_conforming_strings: 'on',
  }
}

/**
 * Makes a console on PostgreSQL. The listed tables are given to each query as the parts of a WITH around it: a name in the query means one of
 * these before anything else. What a query may reach beyond is the server's to say: the role should have no other rights.
 */
export function createPostgresConsole(engine: Engine, { tables, limits }: ConsolePlan): Console {
  let parser: Promise<(text: string) => Parsed> | undefined
  let views: Promise<ReadonlySet<number>> | undefined
  const names = new Set(tables.map((path) => path.at(-1)!))

  return {
    tables: (signal) => Promise.all(tables.map((path) => describe(path, signal))),
    async run(text, signal) {
      parser ??= loadParser()
      parser.catch(() => (parser = undefined))
      const parse = await parser
      const checked = problems.findTextProblem(text) ?? toCheckedQuery(text, parse(text))
      return typeof checked === 'string' ? run(checked, signal) : { problem: checked }
    },
    close: () => engine.close(),
  }

  async function describe(path: Path, signal: AbortSignal | undefined): Promise<ConsoleTable> {
    const statement = { text: `select * from ${toName(path)}`, values: [] }
    const columns = await engine.columns(statement, signal).catch((error: unknown) => {
      if (toState(error) === '') throw error
      return []
    })
    return { name: path.at(-1)!, columns }
  }

  function toCheckedQuery(text: string, parsed: Parsed): string | ConsoleProblem {
    if ('error' in parsed) return problems.toSyntaxProblem(text, parsed.error, parsed.at)
    const [first, ...others] = parsed.statements
    const problem = problems.findCountProblem(parsed.statements.length)
    if (problem || first === undefined || others.length > 0) return problem!
    if (!isSelect(first.tree)) return problems.notSelect
    const refusal = checkQuery(first.tree, names)
    if (refusal === 'deep') return problems.tooDeep
    return refusal ? problems.toRefusalProblem(text, refusal) : first.text
  }

  async function run(own: string, signal: AbortSignal | undefined): Promise<ConsoleResult> {
    const late = AbortSignal.timeout(limits.milliseconds + grace)
    const stop = signal ? AbortSignal.any([signal, late]) : late
    let before = ''
    try {
      before = `with ${await writeParts(stop)} select * from (\n`
      return await read(`${before}${own}\n) as q limit ${limits.rows + 1}`, stop)
    } catch (error) {
      signal?.throwIfAborted()
      if (late.aborted) return { problem: problems.tooSlow(limits) }
      return { problem: toFailureProblem(error, own, before.length) }
    }
  }

  /** A view may hide rows; `offset 0` keeps the conditions of a query from being tried on them. Tables keep the use of their indexes. */
  async function writeParts(signal: AbortSignal): Promise<string> {
    views ??= findViews(signal)
    views.catch(() => (views = undefined))
    const found = await views
    return tables
      .map((path, index) => {
        const fence = found.has(index + 1) ? ' offset 0' : ''
        return `${toIdentifier(path.at(-1)!)} as not materialized (select * from ${toName(path)}${fence})`
      })
      .join(', ')
  }

  async function findViews(signal: AbortSignal): Promise<ReadonlySet<number>> {
    const text = `select n::int as n from unnest($1::text[]) with ordinality as t(name, n)
      join pg_catalog.pg_class c on c.oid = pg_catalog.to_regclass(name) where c.relkind = 'v'`
    const rows = await parseRows<{ n: number }>(engine.json({ text, values: [tables.map(toName)] }, signal))
    return new Set(rows.map(({ n }) => n))
  }

  async function read(text: string, signal: AbortSignal): Promise<ConsoleResult> {
    const pieces = engine.json({ text, values: [] }, signal)[Symbol.asyncIterator]()
    const decoder = new TextDecoder()
    let json = ''
    for (;;) {
      const { done, value } = await pieces.next()
      if (done) {
        const cut = (value ?? 0) > limits.rows
        return { rows: cut ? cutRows(json, limits.rows) : json, cut }
      }
      json += decoder.decode(value, { stream: true })
      if (json.length <= problems.largestResult) continue
      await pieces.return?.()
      return { problem: problems.tooLarge }
    }
  }

  function toFailureProblem(error: unknown, own: string, offset: number): ConsoleProblem {
    if (!(error instanceof DeskwrightError)) throw error
    if (error.code === 'sql-columns-duplicate') return { title: error.message, hint: error.hint }
    const state = toState(error)
    if (state === '57014') return problems.tooSlow(limits)
    if (state.startsWith('53')) return problems.tooBig(limits)
    if (!told.has(state.slice(0, 2))) throw error
    return { title: 'The query failed.', details: toReason(error.cause, own, offset) }
  }
}

// Classes of SQLSTATE that are about the query and its data.
const told = new Set(['0A', '20', '21', '22', '2F', '42', '54'])

function toName(path: Path): string {
  return path.map(toIdentifier).join('.')
}

function isSelect(statement: unknown): boolean {
  return typeof statement === 'object' && statement !== null && 'SelectStmt' in statement
}
