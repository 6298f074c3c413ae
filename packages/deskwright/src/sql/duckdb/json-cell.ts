import type { DuckDBType } from '@duckdb/node-api'
import { toTextLiteral } from './literal.ts'

/** SQL that DuckDB's JSON functions turn into the right JSON for a value. */
export interface Writing {
  readonly written: string
  /** When `written` is right; NULL counts as right. Absent: always. */
  readonly condition?: (value: string) => string
  /** The condition holds for several values when it holds for the greatest and the least of them. */
  readonly ordered?: true
  /** What is right when the condition is false. Absent: JSON's null. */
  readonly otherwise?: string
}

type Writer = (value: string, type: DuckDBType, depth: number) => Writing

/** The largest whole number that a JSON reader in JavaScript keeps. */
const safe = '9007199254740991'

const asItIs: Writer = (value) => ({ written: value })
const asText: Writer = (value) => ({ written: `${value}::varchar` })

const asFinite = (write: (value: string) => string = (value) => value): Writer => {
  return (value) => ({ written: write(value), condition: (any) => `isfinite(${any})`, ordered: true })
}
const asTimestamp = asFinite((value) => `replace(${value}::varchar, ' ', 'T')`)

const asInteger = (condition: (value: string) => string): Writer => {
  return (value) => ({ written: value, condition, ordered: true, otherwise: `${value}::varchar` })
}
const asWideInteger = asInteger((value) => `${value} between -${safe} and ${safe}`)
const asWideUnsigned = asInteger((value) => `${value} <= ${safe}`)

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
  BIGINT: asWideInteger,
  HUGEINT: asWideInteger,
  BIGNUM: asWideInteger,
  UBIGINT: asWideUnsigned,
  UHUGEINT: asWideUnsigned,
  DECIMAL: asItIs,
  FLOAT: asFinite((value) => `${value}::varchar::double`), // the shortest text that reads back as the same FLOAT
  DOUBLE: asFinite(),
  VARCHAR: asItIs,
  JSON: asJson,
  VARIANT: (value, type, depth) => asJson(`${value}::json`, type, depth),
  UUID: asItIs,
  ENUM: asItIs,
  DATE: asFinite(),
  TIMESTAMP: asTimestamp,
  TIMESTAMP_S: asTimestamp,
  TIMESTAMP_MS: asTimestamp,
  TIMESTAMP_NS: asTimestamp,
  'TIMESTAMP WITH TIME ZONE': asFinite(
    (value) => `replace(make_timestamp(epoch_us(${value}))::varchar, ' ', 'T') || 'Z'`,
  ),
  BLOB: (value) => ({ written: `base64(${value})` }),
  LIST: asList,
  STRUCT: asStruct,
  MAP: asMap,
  UNION: asUnion,
}

/** Finds out how a value of a type is written; `value` is an SQL expression. */
export function toWriting(value: string, type: DuckDBType, depth = 0): Writing {
  return (writers[toTypeName(type)] ?? asText)(value, type, depth)
}

/** Writes a value whether its condition holds or not. */
export function toCell(value: string, { written, condition, otherwise }: Writing): string {
  if (condition === undefined) return written
  if (otherwise === undefined) return `case when ${condition(value)} then ${written} end`
  return `case when ${condition(value)} then to_json(${written}) else to_json(${otherwise}) end`
}

function toInnerCell(value: string, type: DuckDBType, depth: number): string {
  return toCell(value, toWriting(value, type, depth))
}

function toTypeName(type: DuckDBType): string {
  if (type.alias === 'JSON') return 'JSON'
  if ('valueType' in type && !('keyType' in type)) return 'LIST' // and ARRAY
  return type.toString().split('(')[0]!
}

function asList(value: string, type: DuckDBType, depth: number): Writing {
  const { valueType } = type as DuckDBType & { valueType: DuckDBType }
  const item = `v${depth}`
  const cell = toInnerCell(item, valueType, depth + 1)
  return { written: cell === item ? value : `list_transform(${value}, lambda ${item}: ${cell})` }
}

function asStruct(value: string, type: DuckDBType, depth: number): Writing {
  const { entryNames, entryTypes } = type as DuckDBType & { entryNames: string[]; entryTypes: DuckDBType[] }
  const named = entryNames.some((name) => name !== '')
  const fields = entryTypes.map((fieldType, index) => {
    const key = toTextLiteral(entryNames[index]!)
    const cell = toInnerCell(`struct_extract(${value}, ${named ? key : index + 1})`, fieldType, depth)
    return named ? `${key}, ${cell}` : cell
  })
  return {
    condition: (any) => `${any} is not null`,
    written: `${named ? 'json_object' : 'json_array'}(${fields.join(', ')})`,
  }
}

function asMap(value: string, type: DuckDBType, depth: number): Writing {
  const { valueType } = type as DuckDBType & { valueType: DuckDBType }
  const entry = `v${depth}`
  const cell = toInnerCell(`${entry}.value`, valueType, depth + 1)
  if (cell === `${entry}.value`) return { written: value }
  const entries = `list_transform(map_entries(${value}), lambda ${entry}: (${entry}.key::varchar, ${cell}))`
  return { written: `map_from_entries(${entries})` }
}

function asUnion(value: string, type: DuckDBType, depth: number): Writing {
  const { memberTags, memberTypes } = type as DuckDBType & { memberTags: string[]; memberTypes: DuckDBType[] }
  const cases = memberTags.map((tag, index) => {
    const name = toTextLiteral(tag)
    return `when ${name} then to_json(${toInnerCell(`union_extract(${value}, ${name})`, memberTypes[index]!, depth)})`
  })
  return { written: `case union_tag(${value})::varchar ${cases.join(' ')} end` }
}

/** JSON documents are kept, but for what DuckDB takes and JSON does not have: NaN and infinities become null. */
function asJson(value: string, _type: DuckDBType, depth: number): Writing {
  const piece = `v${depth}`
  const pieces = `regexp_extract_all(${value}::varchar, '"(?:[^"\\\\]|\\\\.)*"|[^"]+')`
  const mended = `case when starts_with(${piece}, '"') then ${piece}
    else regexp_replace(${piece}, '[-+]?(?:nan|inf(?:inity)?)', 'null', 'gi') end`
  return {
    condition: () => `not regexp_matches(${value}::varchar, 'nan|inf', 'i')`,
    written: value,
    otherwise: `array_to_string(list_transform(${pieces}, lambda ${piece}: ${mended}), '')::json`,
  }
}
