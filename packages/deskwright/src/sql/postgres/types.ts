/** A type as PostgreSQL's catalogue knows it. The number names it. */
export interface PostgresType {
  readonly id: number
  /** The type of the elements of an array. */
  readonly item: number
  /** The type that a domain narrows. */
  readonly base: number
  /** The fields of a composite. */
  readonly fields: readonly { readonly name: string; readonly type: number }[] | null
}

/** The types that are known so far. */
export type Types = ReadonlyMap<number, PostgresType>

// Scalars that come with PostgreSQL. Whatever is not here is looked up.
const plainTypes = [
  16, 17, 18, 19, 20, 21, 23, 25, 26, 114, 142, 650, 700, 701, 705, 790, 829, 869, 1042, 1043, 1082, 1083, 1114, 1184,
  1186, 1266, 1560, 1562, 1700, 2249, 2278, 2950, 3614, 3802, 4072,
]

/** Knows the scalars that come with PostgreSQL. */
export function createTypes(): Map<number, PostgresType> {
  return new Map(plainTypes.map((id) => [id, { id, item: 0, base: 0, fields: null }]))
}

/** Names the types that have to be known to write values of some types, and are not yet. */
export function toUnknownTypes(ids: readonly number[], types: Types): readonly number[] {
  const seen = new Set<number>()
  const visit = (id: number) => {
    if (id === 0 || seen.has(id)) return
    seen.add(id)
    const type = types.get(id)
    if (!type) return
    for (const inner of [type.item, type.base, ...(type.fields ?? []).map((field) => field.type)]) visit(inner)
  }
  ids.forEach(visit)
  return [...seen].filter((id) => !types.has(id))
}

/** Reads types from the catalogue: $1 is the array of their numbers. */
export const typesQuery = `select json_build_object(
  'id', t.oid::int8,
  'item', case when t.typcategory = 'A' then t.typelem::int8 else 0 end,
  'base', t.typbasetype::int8,
  'fields', (
    select json_agg(json_build_object('name', a.attname, 'type', a.atttypid::int8) order by a.attnum)
    from pg_catalog.pg_attribute a
    where t.typrelid <> 0 and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))
from pg_catalog.pg_type t where t.oid = any($1::oid[])`

/** Writes the names of types as one JSON array: $1 their numbers, $2 their modifiers. */
export const typeNamesQuery = `select json_agg(pg_catalog.format_type(t.id, t.modifier) order by t.position)
from unnest($1::oid[], $2::int4[]) with ordinality as t(id, modifier, position)`
