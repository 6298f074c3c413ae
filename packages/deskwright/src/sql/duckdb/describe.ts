import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SqlColumn } from '../engine.ts'
import type { Statement } from '../statement.ts'
import { toJsonQuery } from './json-row.ts'
import type { Session } from './session.ts'

/** What is known of a query before it runs. */
export interface Description {
  readonly columns: readonly SqlColumn[]
  /** The query wrapped so that it writes its rows as text. */
  readonly jsonText: string
}

/**
 * Asks DuckDB for the columns of a query. Nothing but a query passes, and it is not run.
 * Throws `sql-failed` with DuckDB's words and place, `sql-not-a-query` and `sql-columns-duplicate`.
 */
export async function describeStatement(session: Session, statement: Statement): Promise<Description> {
  const text = statement.text.replace(/[;\s]+$/, '')
  const { statementType } = await session.prepare(text)
  const { StatementType } = session.instance.driver
  if (statementType !== StatementType.SELECT) {
    throw new DeskwrightError('sql-not-a-query', { got: StatementType[statementType] ?? 'unknown' })
  }

  // A subquery makes names unique; DESCRIBE tells them as they were written.
  const described = await session.start({ ...statement, text: `describe ${text}` })
  const rows = await session.call(() => described.getRows())
  const columns = rows.map(([name, type]) => ({ name: String(name), type: String(type) }))
  const names = columns.map(({ name }) => name)
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  if (repeated.length > 0) throw new DeskwrightError('sql-columns-duplicate', { columns: [...new Set(repeated)] })

  const empty = await session.start({ ...statement, text: `select * from (\n${text}\n) as q limit 0` })
  const found = empty.columnTypes().map((type, index) => ({ type, name: names[index]! }))
  return { columns, jsonText: toJsonQuery(text, found) }
}
