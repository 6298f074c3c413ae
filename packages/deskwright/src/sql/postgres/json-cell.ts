import { toIdentifier } from './dialect.ts'
import type { PostgresType, Types } from './types.ts'

type Writer = (value: string) => string

/** The largest whole number that a JSON reader in JavaScript keeps. */
const safe = '9007199254740991'
const greatest = '1.7976931348623157e308::float8'
const mostDimensions = 6

const asFinite: Writer = (value) => `case when isfinite(${value}) then ${value} end`
const asFiniteNumber: Writer = (value) => `case when ${value} between -${greatest} and ${greatest} then ${value} end`

// By the number of the type. Types that are not here are written right by PostgreSQL itself.
const writers: Readonly<Record<number, Writer>> = {
  17: (value) => `replace(encode(${value}, 'base64'), chr(10), '')`, // bytea
  20: (value) =>
    `case when ${value} between -${safe} and ${safe} then to_json(${value}) else to_json(${value}::text) end`,
  700: asFiniteNumber,
  701: asFiniteNumber,
  790: (value) => `${value}::numeric`, // money
  1082: asFinite,
  1114: asFinite,
  1184: (value) =>
    `case when isfinite(${value}) then replace((${value} at time zone 'UTC')::text, ' ', 'T') || 'Z' end`,
  1700: (value) =>
    `case when ${value} between -${safe} and ${safe} then to_json(${value})
      when ${value}::text ~ '[0-9]' then to_json(${value}::text) end`,
}

/**
 * Writes an expression that PostgreSQL's JSON functions turn into the right JSON for a value of a type.
 * `value` is an SQL expression; it comes back as it is when nothing has to be done.
 */
export function toCell(value: string, id: number, types: Types, depth = 0): string {
  const type = types.get(id)
  if (!type) return value
  if (type.base !== 0) return toCell(value, type.base, types, depth)
  if (type.item !== 0) return toArrayCell(value, type, types, depth)
  if (type.fields) return toCompositeCell(value, type.fields, types, depth)
  return writers[id]?.(value) ?? value
}

/** Arrays do not say before they are read how many dimensions they have. */
function toArrayCell(value: string, { item }: PostgresType, types: Types, depth: number): string {
  const probe = toCell('x', item, types, depth)
  if (probe === 'x') return value
  const cases = Array.from({ length: mostDimensions }, (_, index) => {
    const dimensions = index + 1
    return `when ${dimensions} then ${toDimension(1, dimensions)}`
  })
  return `case array_ndims(${value}) ${cases.join(' ')} else to_json(${value}) end`

  function toDimension(dimension: number, last: number): string {
    const at = (position: number) => `i${depth}_${position}`
    if (dimension > last) {
      const place = Array.from({ length: last }, (_, index) => `[${at(index + 1)}]`).join('')
      return toCell(`(${value})${place}`, item, types, depth + 1)
    }
    const inner = toDimension(dimension + 1, last)
    return `array_to_json(array(select ${inner} from generate_subscripts(${value}, ${dimension}) as ${at(dimension)}))`
  }
}

function toCompositeCell(
  value: string,
  fields: NonNullable<PostgresType['fields']>,
  types: Types,
  depth: number,
): string {
  const cells = fields.map(({ name, type }) => {
    const field = `(${value}).${toIdentifier(name)}`
    return { name, field, cell: toCell(field, type, types, depth) }
  })
  if (cells.every(({ field, cell }) => field === cell)) return value
  const row = toRowName(fields.map(({ name }) => name))
  const list = cells.map(({ name, cell }) => `${cell} as ${toIdentifier(name)}`).join(', ')
  return `case when ${value} is distinct from null then (select row_to_json(${row}) from (select ${list}) as ${row}) end`
}

/** A name for whole rows that none of their columns has, because a column would win. */
export function toRowName(columns: readonly string[]): string {
  let name = 'r'
  while (columns.includes(name)) name += '_'
  return name
}
