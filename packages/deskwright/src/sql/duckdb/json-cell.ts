import type { DuckDBType } from '@duckdb/node-api'
import { toTextLiteral } from './literal.ts'

/** The largest whole number that a JSON reader in JavaScript keeps. */
const safe = '9007199254740991'

/** Writes the expression that DuckDB's JSON functions turn into the right JSON for a value; `value` is an SQL expression. */
type Writer = (value: string, type: DuckDBType, depth: number) => string

const asItIs: Writer = (value) => value
const asText: Writer = (value) => `${value}::varchar`
const whenFinite = (written: (value: string) => string): Writer => {
  return (value) => `case when isfinite(${value}) then ${written(value)} end`
}
const asTimestamp = whenFinite((value) => `replace(${value}::varchar, ' ', 'T')`)
const asInteger: Writer = (value, type) =>
  `case when ${toSafeCondition(value, type)} then to_json(${value}) else to_json(${value}::varchar) end`

// By the type's name, without its arguments. Types that are not here are written as their text.
const writers: Readonly<Record<string, Writer>> = {
  SQLNULL: asItIs,
  BOOLEAN: asItIs,
  TINYINT: asItIs,
  SMALLINT: asItIs,
  INTEGER: asItIs,
  UTINYINT: asItIs,
  USMALLINT: asItIs,
  UINTEGER: asItIs,
  BIGINT: asInteger,
  UBIGINT: asInteger,
  HUGEINT: asInteger,
  UHUGEINT: asInteger,
  BIGNUM: asInteger,
  DECIMAL: asItIs,
  FLOAT: whenFinite((value) => `${value}::varchar::double`), // the shortest text that reads back as the same FLOAT
  DOUBLE: whenFinite((value) => value),
  VARCHAR: asItIs,
  JSON: asJson,
  VARIANT: (value, type, depth) => asJson(`${value}::json`, type, depth),
  UUID: asItIs,
  ENUM: asItIs,
  DATE: whenFinite((value) => value),
  TIMESTAMP: asTimestamp,
  TIMESTAMP_S: asTimestamp,
  TIMESTAMP_MS: asTimestamp,
  TIMESTAMP_NS: asTimestamp,
  'TIMESTAMP WITH TIME ZONE': whenFinite(
    (value) => `replace(make_timestamp(epoch_us(${value}))::varchar, ' ', 'T') || 'Z'`,
  ),
  BLOB: (value) => `base64(${value})`,
  LIST: asList,
  ARRAY: asList,
  STRUCT: asStruct,
  MAP: asMap,
  UNION: asUnion,
}

/** Writes a value of a column, or inside one. */
export function toJsonCell(value: string, type: DuckDBType, depth = 0): string {
  return (writers[typeName(type)] ?? asText)(value, type, depth)
}

/** For a whole number wider than JavaScript's: the condition under which it can be written as it is. */
export function toSafeCondition(value: string, type: DuckDBType): string | undefined {
  const name = typeName(type)
  if (writers[name] !== asInteger) return undefined
  return name.startsWith('U') ? `${value} <= ${safe}` : `${value} between -${safe} and ${safe}`
}

function typeName(type: DuckDBType): string {
  if (type.alias === 'JSON') return 'JSON'
  const [name = ''] = type.toString().split('(')
  return 'valueType' in type && !('keyType' in type) ? ('length' in type ? 'ARRAY' : 'LIST') : name
}

function asList(value: string, type: DuckDBType, depth: number): string {
  const { valueType } = type as DuckDBType & { valueType: DuckDBType }
  const item = `v${depth}`
  const written = toJsonCell(item, valueType, depth + 1)
  return written === item ? value : `list_transform(${value}, lambda ${item}: ${written})`
}

function asStruct(value: string, type: DuckDBType, depth: number): string {
  const { entryNames, entryTypes } = type as DuckDBType & { entryNames: string[]; entryTypes: DuckDBType[] }
  const fields = entryTypes.map((fieldType, index) => {
    const key = entryNames[index] === '' ? String(index + 1) : toTextLiteral(entryNames[index]!)
    return toJsonCell(`struct_extract(${value}, ${key})`, fieldType, depth)
  })
  const unnamed = entryNames.every((name) => name === '')
  const written = unnamed
    ? `json_array(${fields.join(', ')})`
    : `json_object(${fields.map((field, index) => `${toTextLiteral(entryNames[index]!)}, ${field}`).join(', ')})`
  return `case when ${value} is not null then ${written} end`
}

function asMap(value: string, type: DuckDBType, depth: number): string {
  const { valueType } = type as DuckDBType & { valueType: DuckDBType }
  const entry = `v${depth}`
  const written = toJsonCell(`${entry}.value`, valueType, depth + 1)
  if (written === `${entry}.value`) return value
  return `map_from_entries(list_transform(map_entries(${value}), lambda ${entry}: (${entry}.key::varchar, ${written})))`
}

function asUnion(value: string, type: DuckDBType, depth: number): string {
  const { memberTags, memberTypes } = type as DuckDBType & { memberTags: string[]; memberTypes: DuckDBType[] }
  const cases = memberTags.map((tag, index) => {
    const name = toTextLiteral(tag)
    return `when ${name} then to_json(${toJsonCell(`union_extract(${value}, ${name})`, memberTypes[index]!, depth)})`
  })
  return `case union_tag(${value})::varchar ${cases.join(' ')} end`
}

/** JSON documents are kept, but for what DuckDB takes and JSON does not have: NaN and infinities become null. */
function asJson(value: string, _type: DuckDBType, depth: number): string {
  const piece = `v${depth}`
  const mended = `list_transform(regexp_extract_all(${value}::varchar, '"(?:[^"\\\\]|\\\\.)*"|[^"]+'), lambda ${piece}:
    case when starts_with(${piece}, '"') then ${piece} else regexp_replace(${piece}, '[-+]?(?:nan|inf(?:inity)?)', 'null', 'gi') end)`
  return `case when regexp_matches(${value}::varchar, 'nan|inf', 'i') then array_to_string(${mended}, '')::json else ${value} end`
}
