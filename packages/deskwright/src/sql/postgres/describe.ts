import type { FieldDef } from 'pg'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SqlColumn } from '../engine.ts'
import type { BoundValue } from './bind.ts'
import type { Step } from './exchange.ts'
import { toReason, toState } from './failure.ts'
import { toJsonQuery } from './json-row.ts'
import type { Session } from './session.ts'
import { toUnknownTypes, typeNamesQuery, typesQuery, type PostgresType } from './types.ts'

/** A query, ready to be sent. */
export interface Query {
  readonly text: string
  readonly values: readonly BoundValue[]
}

/** What is known of a query before it runs. */
export interface Description {
  readonly columns: readonly SqlColumn[]
  /** Tells whether the query still has the columns that were found. */
  readonly signature: string
  /** The query wrapped so that it writes its rows as text. */
  readonly jsonText: string
}

/** What is remembered of a server's types. */
export interface Catalogue {
  readonly types: Map<number, PostgresType>
  readonly names: Map<string, string>
}

// What the server says of a statement that may not stand in FROM: a syntax error, a WITH that changes data.
const notInFrom = new Set(['42601', '0A000'])

/**
 * Asks the server for the columns of a query. Nothing but a query passes, and it is not run.
 * Throws `sql-failed` with the server's words and the place, `sql-not-a-query` and `sql-columns-duplicate`.
 */
export async function describeQuery(session: Session, query: Query, catalogue: Catalogue): Promise<Description> {
  const { text, values } = query
  const asQuery: Step = {
    text: `select * from (\n${text}\n) as q`,
    values,
    task: 'describe',
    toError: (cause) => (notInFrom.has(toState(cause)) ? toNoQueryError(text, cause) : toFailure(cause)),
  }
  const [fields = []] = await session.describe([toDescribingStep(query), asQuery])
  const names = fields.map(({ name }) => name)
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  if (repeated.length > 0) throw new DeskwrightError('sql-columns-duplicate', { columns: [...new Set(repeated)] })
  await lookUp(session, fields, catalogue)
  const found = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }))
  return {
    columns: fields.map((field) => ({ name: field.name, type: catalogue.names.get(toTypeKey(field))! })),
    signature: toSignature(fields),
    jsonText: toJsonQuery(text, found, catalogue.types),
  }
}

/** The step that describes a query as it was written, so that the server marks the place of an error in it. */
export function toDescribingStep({ text, values }: Query): Step {
  return { text, values, task: 'describe', toError: (cause) => toFailure(cause, text) }
}

/** Two descriptions of the same columns have the same signature. */
export function toSignature(fields: readonly FieldDef[]): string {
  return JSON.stringify(fields.map((field) => [field.name, toTypeKey(field)]))
}

/** Says that a query failed. `text` is the user's own, `offset` where it begins in what was sent. */
export function toFailure(cause: unknown, text = '', offset = 0): DeskwrightError {
  return new DeskwrightError('sql-failed', { reason: toReason(cause, text, offset) }, { cause })
}

function toNoQueryError(text: string, cause: unknown): DeskwrightError {
  const [word = 'nothing'] = /[a-z]+/i.exec(text.replaceAll(/--.*|\/\*[^]*?\*\//g, '')) ?? []
  return new DeskwrightError('sql-not-a-query', { got: word.toUpperCase() }, { cause })
}

async function lookUp(session: Session, fields: readonly FieldDef[], { types, names }: Catalogue): Promise<void> {
  const ids = fields.map(({ dataTypeID }) => dataTypeID)
  for (;;) {
    const unknown = toUnknownTypes(ids, types)
    if (unknown.length === 0) break
    for (const id of unknown) types.set(id, { id, item: 0, base: 0, fields: null }) // unless the catalogue knows better
    for (const text of await readAll(session, typesQuery, [unknown])) {
      const type = JSON.parse(text) as PostgresType
      types.set(type.id, type)
    }
  }
  const nameless = fields.filter((field) => !names.has(toTypeKey(field)))
  if (nameless.length === 0) return
  const modifiers = nameless.map(({ dataTypeModifier }) => dataTypeModifier)
  const [text] = await readAll(session, typeNamesQuery, [nameless.map(({ dataTypeID }) => dataTypeID), modifiers])
  const found = JSON.parse(text!) as string[]
  nameless.forEach((field, index) => names.set(toTypeKey(field), found[index] ?? 'unknown'))
}

async function readAll(session: Session, text: string, lists: readonly (readonly number[])[]): Promise<string[]> {
  const values = lists.map((list): BoundValue => ({ type: 0, text: `{${list.join(',')}}` }))
  const all: string[] = []
  for await (const rows of session.read([{ text, values, task: 'read' }])) all.push(...rows)
  return all
}

function toTypeKey({ dataTypeID, dataTypeModifier }: FieldDef): string {
  return `${dataTypeID} ${dataTypeModifier}`
}
