import type { Answer } from '../../define/answers/answer.ts'
import { param } from '../../define/param.ts'
import type { Param } from '../../define/params/param.ts'
import type { WidgetOptions } from '../../define/widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../../define/widget.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { OmniAnswer } from '../../spec/types.ts'
import type { Database } from '../database.ts'
import { toAnswer, toTextAnswer } from './answer.ts'
import type { ConsoleLimits, ConsoleTableName } from './console.ts'
import { toHelpPage } from './help-page.ts'

/** The params of a console: what the user types. */
export interface ConsoleParams {
  readonly prompt: Param<string>
  readonly [name: string]: Param<string>
}

/** Options of a console. */
export interface SqlConsoleOptions extends Omit<WidgetOptions<ConsoleParams>, 'name' | 'params' | 'cache'> {
  /** Default: `SQL console`. */
  readonly name?: string
  /** The database that queries run in. */
  readonly from: Database
  /** The tables and views that may be read. Nothing else of the database can be reached, nor seen. */
  readonly tables: readonly [ConsoleTableName, ...ConsoleTableName[]]
  /** What one query may take. Default: 1,000 rows, 10,000 milliseconds, 512 megabytes. */
  readonly limits?: Partial<ConsoleLimits>
}

const defaultLimits: ConsoleLimits = { rows: 1000, milliseconds: 10_000, megabytes: 512 }
const patience = 30_000 // milliseconds, for waiting in line and for opening the console, on top of the query's time

const answer: Answer = {
  expects: 'the JSON text of an omni answer',
  check: (value) => (typeof value === 'string' ? undefined : 'it is not text'),
  format: 'text',
  contentType: 'application/json',
}
const type: WidgetType = { type: 'omni', methods: ['POST'], gridData: { w: 20, h: 14 }, answer }

/**
 * Declares a read-only SQL console over some tables of a database: one SELECT, no files, no network, limits on time, memory and rows.
 * What is wrong with a query is answered in words, with the place marked. Throws `sql-console-unsupported` and `sql-console-tables`.
 * @see widget-data §13
 */
export function sqlConsole({
  from,
  tables,
  limits: given,
  ...options
}: SqlConsoleOptions): Widget<ConsoleParams, OmniAnswer> {
  const limits = { ...defaultLimits, ...given }
  const name = options.name ?? 'SQL console'
  const console = from.engine.createConsole?.({ tables: toPaths(from, tables), limits })
  if (!console) throw new DeskwrightError('sql-console-unsupported', { database: from.engine.dialect.name })

  const load: LoadOf<ConsoleParams, string> = async ({ prompt }, { signal }) => {
    if (prompt.trim() === '') return toTextAnswer(toHelpPage(await console.tables(signal), limits))
    return toAnswer(await console.run(prompt, signal), name, limits)
  }
  return createWidget(
    type,
    { timeout: limits.milliseconds + patience, ...options, name },
    { params: { prompt: param.text('SQL', { value: '', language: 'sql' }) }, load },
  )
}

function toPaths(from: Database, tables: readonly ConsoleTableName[]): readonly (readonly [string, ...string[]])[] {
  const refuse = (problem: string): never => {
    throw new DeskwrightError('sql-console-tables', { problem })
  }
  if (tables.length === 0) refuse('it is empty')
  const paths = tables.map((table): readonly [string, ...string[]] => {
    if (typeof table === 'string') return [table]
    return table.database === from ? table.path : refuse(`"${table.path.join('.')}" is a table of another database`)
  })
  const names = paths.map((path) => path.at(-1)!.toLowerCase())
  const twice = names.find((one, index) => names.indexOf(one) !== index)
  return twice === undefined ? paths : refuse(`it has two tables named "${twice}"`)
}
