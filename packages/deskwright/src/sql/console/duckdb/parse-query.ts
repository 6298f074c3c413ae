import type { DuckDBConnection } from '@duckdb/node-api'

/** A text as DuckDB parsed it. */
export type Parsed =
  | { readonly statements: readonly unknown[]; readonly json: string }
  | {
      readonly error: string
      /** `parser`, or `not implemented` when it is not a SELECT. */
      readonly kind: string
      /** Where, in code points, when DuckDB told. */
      readonly at?: number
    }

interface Written {
  readonly error: boolean
  readonly error_type?: string
  readonly error_message?: string
  readonly position?: string
  readonly statements?: readonly unknown[]
}

/** Lets DuckDB parse a text. Nothing is looked up, and nothing runs. */
export async function parseQuery(connection: DuckDBConnection, text: string): Promise<Parsed> {
  const json = await readValue(connection, 'select json_serialize_sql($1::varchar)', text)
  const {
    error,
    error_type: kind = '',
    error_message: message = '',
    position,
    statements = [],
  } = JSON.parse(json) as Written
  if (!error) return { statements, json }
  return { error: message, kind, ...(position === undefined ? {} : { at: Number(position) }) }
}

/** Lets DuckDB write a parsed query as text again: one statement, without comments. */
export function printQuery(connection: DuckDBConnection, json: string): Promise<string> {
  return readValue(connection, 'select json_deserialize_sql($1::json)', json)
}

async function readValue(connection: DuckDBConnection, query: string, value: string): Promise<string> {
  const reader = await connection.runAndReadAll(query, [value])
  return String(reader.getRows()[0]?.[0])
}
