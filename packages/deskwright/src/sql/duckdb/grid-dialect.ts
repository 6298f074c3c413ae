import type { GridDialect } from '../dialect.ts'
import { sql } from '../tag.ts'
import type { ValueKind } from '../value-kind.ts'

const bits = (count: number): ValueKind => ({
  is: 'number',
  scale: 0,
  range: [-(1n << BigInt(count - 1)), (1n << BigInt(count - 1)) - 1n],
})
const unsignedBits = (count: number): ValueKind => ({ is: 'number', scale: 0, range: [0n, (1n << BigInt(count)) - 1n] })
const timestamp: ValueKind = { is: 'timestamp', castAs: 'TIMESTAMP' }

// By the type's name, without its arguments.
const kinds: Readonly<Record<string, ValueKind>> = {
  BOOLEAN: { is: 'boolean' },
  TINYINT: bits(8),
  SMALLINT: bits(16),
  INTEGER: bits(32),
  BIGINT: bits(64),
  HUGEINT: bits(128),
  UTINYINT: unsignedBits(8),
  USMALLINT: unsignedBits(16),
  UINTEGER: unsignedBits(32),
  UBIGINT: unsignedBits(64),
  UHUGEINT: unsignedBits(128),
  BIGNUM: { is: 'number', scale: 0 },
  FLOAT: { is: 'float' },
  DOUBLE: { is: 'float' },
  VARCHAR: { is: 'text' },
  ENUM: { is: 'text' },
  DATE: { is: 'date' },
  TIMESTAMP: timestamp,
  TIMESTAMP_S: timestamp,
  TIMESTAMP_MS: timestamp,
  TIMESTAMP_NS: { is: 'timestamp', castAs: 'TIMESTAMP_NS', years: [1678, 2261] },
  'TIMESTAMP WITH TIME ZONE': { is: 'timestamp', castAs: 'TIMESTAMP WITH TIME ZONE' },
}

/** How DuckDB spells what server-side tables need. */
export const duckdbGridDialect: GridDialect = {
  keepsOrder: true,
  toKind(type) {
    const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? []
    if (precision !== undefined) {
      const greatest = 10n ** BigInt(precision) - 1n
      return { is: 'number', scale: Number(scale), range: [-greatest, greatest] }
    }
    const name = /[\])]$/.test(type) && !type.startsWith('ENUM(') ? '' : type.split('(')[0]!
    return kinds[type.startsWith('ENUM(') && type.endsWith(')') ? 'ENUM' : name] ?? { is: 'other' }
  },
  toText: (value) => sql`cast(${value} as varchar)`,
  toFinite: (value, { is }) =>
    is === 'float' || is === 'date' || is === 'timestamp' ? sql`case when isfinite(${value}) then ${value} end` : value,
  toSortable: (value) => value,
  toLower: (text) => sql`lower(${text})`,
  contains: (text, piece) => sql`contains(${text}, ${piece})`,
  startsWith: (text, piece) => sql`starts_with(${text}, ${piece})`,
  endsWith: (text, piece) => sql`ends_with(${text}, ${piece})`,
  trim: (text, characters) => sql`trim(${text}, ${characters})`,
  sum: (value, type) => (type.endsWith('HUGEINT') ? sql`sum(cast(${value} as bignum))` : sql`sum(${value})`),
  average: (value, _kind, type) =>
    type.endsWith('HUGEINT')
      ? sql`cast(sum(cast(${value} as bignum)) as double) / nullif(count(${value}), 0)`
      : sql`cast(avg(${value}) as double)`,
  least: (value) => sql`min(${value})`,
  greatest: (value) => sql`max(${value})`,
  first: (value, by) =>
    by === undefined ? sql`first(${value}) filter (where ${value} is not null)` : sql`arg_min(${value}, ${by})`,
  last: (value, by) =>
    by === undefined ? sql`last(${value}) filter (where ${value} is not null)` : sql`arg_max(${value}, ${by})`,
}
