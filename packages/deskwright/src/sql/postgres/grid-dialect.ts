import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { ValueKind } from '../value-kind.ts'

const bits = (count: number): ValueKind => ({
  is: 'number',
  scale: 0,
  range: [-(1n << BigInt(count - 1)), (1n << BigInt(count - 1)) - 1n],
})
const text: ValueKind = { is: 'text' }
const float: ValueKind = { is: 'float' }
const ordered: ValueKind = { is: 'other', isOrdered: true }

// By the type's name, without its arguments. What is not here is sorted by its text.
const kinds: Readonly<Record<string, ValueKind>> = {
  boolean: { is: 'boolean' },
  smallint: bits(16),
  integer: bits(32),
  bigint: bits(64),
  numeric: { is: 'number' },
  real: float,
  'double precision': float,
  text,
  'character varying': text,
  date: { is: 'date' },
  'timestamp without time zone': { is: 'timestamp', castAs: 'timestamp without time zone' },
  'timestamp with time zone': { is: 'timestamp', castAs: 'timestamp with time zone' },
  'time without time zone': ordered,
  'time with time zone': ordered,
  interval: ordered,
  uuid: ordered,
  inet: ordered,
  money: ordered,
  bytea: ordered,
  oid: ordered,
}

const greatestFloat = sql`1.7976931348623157e308::float8`

/** How PostgreSQL spells what server-side tables need. */
export const postgresGridDialect: GridDialect = {
  keepsOrder: false, // several workers may read, and a scan may join another one in the middle
  toKind(type) {
    const [, precision, scale] = /^numeric\((\d+),(\d+)\)$/.exec(type) ?? []
    if (precision !== undefined) {
      const greatest = 10n ** BigInt(precision) - 1n
      return { is: 'number', scale: Number(scale), range: [-greatest, greatest] }
    }
    return kinds[type.replace(/\([\d,]+\)/, '')] ?? { is: 'other' } // timestamp(3) without time zone
  },
  toText: (value) => sql`cast(${value} as text)`,
  toFinite(value, kind) {
    switch (kind.is) {
      case 'float':
        return sql`case when ${value} between -${greatestFloat} and ${greatestFloat} then ${value} end`
      case 'number': // of integers all are finite
        return kind.range && kind.scale === 0 ? value : sql`case when ${value} - ${value} = 0 then ${value} end`
      case 'date':
      case 'timestamp':
        return sql`case when isfinite(${value}) then ${value} end`
      default:
        return value
    }
  },
  toSortable(value, kind) {
    if (kind.is === 'text') return sql`${value} collate "C"`
    return kind.is === 'other' && !kind.isOrdered ? sql`cast(${value} as text) collate "C"` : value
  },
  toLower: (value) => sql`lower(${value})`,
  contains: (value, piece) => sql`strpos(${value}, ${piece}) > 0`,
  startsWith: (value, piece) => sql`left(${value}, length(${piece})) = ${piece}`,
  endsWith: (value, piece) => sql`right(${value}, length(${piece})) = ${piece}`,
  trim: (value, characters) => sql`btrim(${value}, ${characters})`,
  sum: (value, type) => (type === 'real' ? sql`sum(cast(${value} as double precision))` : sql`sum(${value})`),
  average: (value, { is }) =>
    is === 'float'
      ? sql`avg(cast(${value} as double precision))`
      : sql`cast(sum(${value}) as double precision) / nullif(count(${value}), 0)`,
  least: (value, { is }) => toExtreme('least', value, is),
  greatest: (value, { is }) => toExtreme('greatest', value, is),
  first: (value, by) => toFirst(value, by === undefined ? sql`` : sql` order by ${by}`),
  last: (value, by) =>
    by === undefined
      ? sql`(array_agg(${value}) filter (where ${value} is not null))[count(${value})]`
      : toFirst(value, sql` order by ${by} desc`),
}

function toFirst(value: SqlFragment, order: SqlFragment): SqlFragment {
  return sql`(array_agg(${value}${order}) filter (where ${value} is not null))[1]`
}

/** There is no least boolean and no least uuid. */
function toExtreme(which: 'least' | 'greatest', value: SqlFragment, is: ValueKind['is']): SqlFragment {
  if (is === 'boolean') return which === 'least' ? sql`bool_and(${value})` : sql`bool_or(${value})`
  const compared = is === 'text' || is === 'other' ? sql`cast(${value} as text) collate "C"` : value
  return which === 'least' ? sql`min(${compared})` : sql`max(${compared})`
}
