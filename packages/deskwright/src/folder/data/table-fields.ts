import { column } from '../../index.ts'
import type { SqlColumn } from '../../sql/index.ts'
import { duckdbDialect } from '../../sql/duckdb/dialect.ts'
import type { AnyColumn } from '../../define/columns/column.ts'
import { toTitle } from '../naming/to-title.ts'
import { toWords } from '../naming/to-words.ts'

/** A column of a table that is made without anybody describing it. */
export interface TableField {
  /** The key in each row. The grid takes dots in it for a path, and objects list numbers before names: it has neither. */
  readonly field: string
  /** SQL over the source's own columns. */
  readonly expression: string
  readonly column: AnyColumn
}

/** Makes the columns of a table of those of a query: headers of their names, formats of their types. */
export function toTableFields(columns: readonly SqlColumn[]): TableField[] {
  const taken = new Set<string>()
  return columns.map(({ name, type }) => {
    const value = duckdbDialect.quoteIdentifier(name)
    const { expression, make } = toKind(name, type)
    return { field: toField(name, taken), expression: expression?.(value) ?? value, column: make(toTitle(name)) }
  })
}

function toField(name: string, taken: Set<string>): string {
  const plain = /^(?:\d+|__proto__)$/.test(name) ? `_${name}` : name.replaceAll('.', '_')
  let field = plain
  for (let count = 2; taken.has(field); count += 1) field = `${plain}_${count}`
  taken.add(field)
  return field
}

interface Kind {
  readonly make: (header: string) => AnyColumn
  readonly expression?: (value: string) => string
}

const text: Kind = { make: (header) => column.text(header, { chartDataType: 'category' }) }
const date: Kind = { make: (header) => column.date(header, { chartDataType: 'time' }) }
const name: Kind = {
  make: (header) => column.number(header, { formatterFn: 'none', chartDataType: 'category' }),
}
const asJsonText: Kind = { ...text, expression: (value) => `to_json(${value})::varchar` }

const numeric = String.raw`(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))`

/** The first that fits decides. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [new RegExp(`^${numeric}\\[\\d*\\]$`), { make: (header) => column.sparkline(header, { type: 'line' }) }],
  [/^STRUCT\((?:.*, )?"?value"? /, { make: (header) => column.hoverCard(header) }],
  [/^(?:STRUCT|MAP|UNION)|\]$/, asJsonText],
  [
    /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/,
    { make: (header) => column.integer(header, { chartDataType: 'series' }) },
  ],
  [/^(?:FLOAT|DOUBLE|DECIMAL)/, { make: (header) => column.number(header, { chartDataType: 'series' }) }],
  [/^(?:DATE|TIMESTAMP)/, date],
  [/^BOOLEAN$/, { make: (header) => column.boolean(header, { chartDataType: 'category' }) }],
  [/^JSON$/, { ...text, expression: (value) => `${value}->>'$'` }],
  [/^BLOB$/, { ...text, expression: (value) => `octet_length(${value}) || ' bytes'` }],
]

function toKind(columnName: string, type: string): Kind {
  const found = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? text
  return isName(columnName) && new RegExp(`^${numeric}$`).test(type) ? name : found
}

/** Numbers that name something are not counted, so they have no separators. */
const names = new Set('id ids year years yr zip zipcode postcode code codes phone fips cik isin sedol iso'.split(' '))

function isName(columnName: string): boolean {
  return toWords(columnName).some((word) => names.has(word.toLowerCase()))
}
