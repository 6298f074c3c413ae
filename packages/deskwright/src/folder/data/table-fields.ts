import { column } from '../../index.ts'
import type { AnyColumn } from '../../define/columns/column.ts'
import { createFragment } from '../../sql/fragment.ts'
import { sql, type Dialect, type SqlColumn, type SqlFragment } from '../../sql/index.ts'
import { toTitle } from '../../internal/to-title.ts'
import { toWords } from '../../internal/to-words.ts'

/** A column of a table that is made without anybody describing it. */
export interface TableField {
  /** The column of the source. */
  readonly name: string
  /** The key in each row. The grid takes dots in it for a path, and objects list numbers before names: it has neither. */
  readonly field: string
  /** What stands for the column. Absent: the column as it is. */
  readonly expression?: SqlFragment
  readonly column: AnyColumn
}

/** Makes the columns of a table of those of a query: headers of their names, formats of their types. */
export function toTableFields(columns: readonly SqlColumn[], dialect: Dialect): TableField[] {
  const taken = new Set<string>()
  return columns.map(({ name, type }) => {
    const { make, write } = toFormat(name, type, dialect)
    const field = toField(name, taken)
    return { name, field, column: make(toTitle(name)), ...(write && { expression: write(sql.identifier(name)) }) }
  })
}

/** Selects the fields of a table from its source. */
export function selectFields(fields: readonly TableField[], source: SqlFragment): SqlFragment {
  const list = fields.map(
    ({ name, field, expression }) => sql`${expression ?? sql.identifier(name)} as ${sql.identifier(field)}`,
  )
  return createFragment([...sql`select ${sql.join(list)} from `.parts, ...source.parts])
}

/** Whether the fields are the columns of their source as they are. */
export function arePlain(fields: readonly TableField[]): boolean {
  return fields.every(({ name, field, expression }) => name === field && expression === undefined)
}

function toField(name: string, taken: Set<string>): string {
  const plain = /^(?:\d+|__proto__)$/.test(name) ? `_${name}` : name.replaceAll('.', '_')
  let field = plain
  for (let count = 2; taken.has(field); count += 1) field = `${plain}_${count}`
  taken.add(field)
  return field
}

/** How the values of a type are shown. */
interface Format {
  readonly make: (header: string) => AnyColumn
  /** Writes a value that a cell could not show. */
  readonly write?: (value: SqlFragment) => SqlFragment
}

const category = { chartDataType: 'category' } as const
const series = { chartDataType: 'series' } as const
const text: Format = { make: (header) => column.text(header, category) }
const date: Format = { make: (header) => column.date(header, { chartDataType: 'time' }) }
const boolean: Format = { make: (header) => column.boolean(header, category) }
const integer: Format = { make: (header) => column.integer(header, series) }
const number: Format = { make: (header) => column.number(header, series) }
const numberAsName: Format = { make: (header) => column.number(header, { ...category, formatterFn: 'none' }) }

/** What databases do not agree on: nested values, documents, bytes. The first that fits decides. */
const special: readonly (readonly [RegExp, Format])[] = [
  [
    /^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE(?: PRECISION)?|REAL|NUMERIC|DECIMAL)(?:\(\d+,\s?\d+\))?\[\d*\]$/i,
    { make: (header) => column.sparkline(header, { type: 'line' }) },
  ],
  [/^STRUCT\((?:.*, )?"?value"? /, { make: (header) => column.hoverCard(header) }],
  [/^(?:STRUCT|MAP|UNION)\(|\]$/, { ...text, write: (value) => sql`cast(to_json(${value}) as varchar)` }],
  [/^JSON$/, { ...text, write: (value) => sql`${value}->>'$'` }],
  [/^jsonb?$/, { ...text, write: (value) => sql`${value} #>> '{}'` }],
  [/^(?:BLOB|bytea)$/, { ...text, write: (value) => sql`octet_length(${value}) || ' bytes'` }],
]

function toFormat(name: string, type: string, { grid }: Dialect): Format {
  const found = special.find(([pattern]) => pattern.test(type))?.[1]
  const kind = grid?.toKind(type) ?? { is: 'other' }
  if (found !== undefined) return found
  switch (kind.is) {
    case 'number':
      if (isName(name)) return numberAsName
      return kind.scale === 0 ? integer : number
    case 'float':
      return isName(name) ? numberAsName : number
    case 'date':
    case 'timestamp':
      return date
    case 'boolean':
      return boolean
    default:
      return text
  }
}

/** Numbers that name something are not counted, so they have no separators. */
const names = new Set('id ids year years yr zip zipcode postcode code codes phone fips cik isin sedol iso'.split(' '))

function isName(columnName: string): boolean {
  return toWords(columnName).some((word) => names.has(word.toLowerCase()))
}
