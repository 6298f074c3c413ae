import type * as Parser from 'libpg-query'
import { DeskwrightError } from '../../../errors/deskwright-error.ts'

/** A statement of a text. */
export interface ParsedStatement {
  readonly tree: unknown
  /** Its own text, without what separates it from others. */
  readonly text: string
}

/** A text as PostgreSQL's parser reads it. */
export type Parsed =
  | { readonly statements: readonly ParsedStatement[] }
  | { readonly error: string; /** In code points. */ readonly at?: number }

/** Loads PostgreSQL's own parser, as WebAssembly. Throws `sql-driver-missing`. */
export async function loadParser(): Promise<(text: string) => Parsed> {
  const parser = await load()
  return (text) => {
    try {
      const { stmts = [] } = parser.parseSync(text)
      const bytes = new TextEncoder().encode(text)
      const slice = (from = 0, length = bytes.length) => new TextDecoder().decode(bytes.subarray(from, from + length))
      return {
        statements: stmts.map(({ stmt, stmt_location: from, stmt_len: length }) => ({
          tree: stmt,
          text: slice(from, length),
        })),
      }
    } catch (error) {
      if (error instanceof RangeError) return { error: 'the query is too deeply nested' }
      const at = parser.hasSqlDetails(error) ? error.sqlDetails?.cursorPosition : undefined
      return { error: error instanceof Error ? error.message : String(error), ...(at !== undefined && { at }) }
    }
  }
}

async function load(): Promise<typeof Parser> {
  try {
    const parser = await import('libpg-query')
    await parser.loadModule()
    return parser
  } catch (cause) {
    const reason = String(cause instanceof Error ? cause.message.split('\n')[0] : cause)
    const details = { feature: 'sqlConsole on postgres()', packageName: 'libpg-query', reason }
    throw new DeskwrightError('sql-driver-missing', details, { cause })
  }
}
