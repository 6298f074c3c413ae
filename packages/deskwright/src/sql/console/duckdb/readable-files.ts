import type { DuckDBConnection } from '@duckdb/node-api'
import type { View } from '../../duckdb/view-source.ts'
import { toLowerCase } from './check-query.ts'
import { parseQuery } from './parse-query.ts'

/**
 * Finds the files that the named views read, themselves or through other views: what the author wrote as text in a table function, or in place of
 * a table. A pattern is listed with the files that match it now. A path that a query computes is not found, and cannot be read then.
 */
export async function findFiles(
  connection: DuckDBConnection,
  views: readonly View[],
  names: readonly string[],
): Promise<readonly string[]> {
  const byName = new Map(views.map((view) => [toLowerCase(view.name), view]))
  const left = names.map(toLowerCase)
  const seen = new Set<string>()
  const found = new Set<string>()

  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const view = byName.get(name)
    if (view === undefined || seen.has(name)) continue
    seen.add(name)
    const parsed = await parseQuery(connection, view.select)
    if (!('statements' in parsed)) continue
    collect(parsed.statements, (table) => {
      if (byName.has(toLowerCase(table))) left.push(toLowerCase(table))
      else found.add(table)
    })
  }

  const files = await Promise.all([...found].map((path) => match(connection, path)))
  return [...found, ...files.flat()]
}

async function match(connection: DuckDBConnection, path: string): Promise<readonly string[]> {
  if (!/[*?[{]/.test(path)) return []
  const reader = await connection.runAndReadAll('select file from glob($1)', [path])
  return reader.getRows().map(([file]) => String(file))
}

/** Gives every table and every text inside a table function to `add`. */
function collect(node: unknown, add: (table: string) => void, inFunction = false): void {
  if (Array.isArray(node)) for (const item of node) collect(item, add, inFunction)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const { type, table_name: table, value } = node as Record<string, unknown>
  if (type === 'BASE_TABLE') add(String(table))
  if (inFunction && typeof value === 'string') add(value)
  for (const part of Object.values(node)) collect(part, add, inFunction || type === 'TABLE_FUNCTION')
}
