import { isObject } from '../../define/answers/object.ts'

/** A table that a JSON document holds. */
export interface DocumentTable {
  /** Which part of the document; absent for the whole. */
  readonly part?: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Finds the tables of a JSON document that is no array of objects: its lists of objects, the features of a map, or else its
 * keys and values.
 */
export function toDocumentTables(document: unknown): DocumentTable[] {
  if (Array.isArray(document)) return [{ rows: toListRows(document) }]
  if (!isObject(document)) return [{ rows: [{ value: document }] }]
  if (document['type'] === 'FeatureCollection' && isObjects(document['features'])) {
    return [{ rows: document['features'].map(toFeatureRow) }]
  }
  if (document['type'] === 'Topology' && isObject(document['objects'])) return toTopologyTables(document['objects'])
  const lists = Object.entries(document).flatMap(([part, rows]) => (isObjects(rows) ? [{ part, rows }] : []))
  if (lists.length === 1) return [{ rows: lists[0]!.rows }]
  if (lists.length > 1) return lists
  return [{ rows: Object.entries(document).map(([key, value]) => ({ key, value: shorten(value) })) }]
}

function isObjects(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
}

/** Rows written as arrays, with or without their names in the first; or single values. */
function toListRows(list: readonly unknown[]): Record<string, unknown>[] {
  const [first, ...rest] = list
  if (!list.every(Array.isArray)) return list.map((value) => (isObject(value) ? value : { value }))
  const named = (first as unknown[]).every((name) => typeof name === 'string') && rest.length > 0
  const rows = (named ? rest : list) as unknown[][]
  const width = Math.max(0, ...rows.map((row) => row.length))
  const names = Array.from({ length: width }, (_, at) => (named && (first as string[])[at]) || `column_${at + 1}`)
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))
}

/** One row for a feature of a map: what it is called, its properties, and where it is. */
function toFeatureRow({ id, properties, geometry }: Record<string, unknown>): Record<string, unknown> {
  const shape = isObject(geometry) ? geometry : {}
  const [longitude, latitude] = shape['type'] === 'Point' ? (shape['coordinates'] as unknown[]) : []
  return {
    ...(id === undefined ? {} : { id }),
    ...(isObject(properties) ? properties : {}),
    ...(shape['type'] === undefined ? {} : { geometry: shape['type'] }),
    ...(longitude === undefined ? {} : { longitude, latitude }),
  }
}

function toTopologyTables(objects: Record<string, unknown>): DocumentTable[] {
  const tables = Object.entries(objects).map(([part, object]) => {
    const geometries =
      isObject(object) && isObjects(object['geometries']) ? object['geometries'] : [object as Record<string, unknown>]
    return {
      part,
      rows: geometries.map(({ id, properties, type }) => toFeatureRow({ id, properties, geometry: { type } })),
    }
  })
  return tables.length === 1 ? [{ rows: tables[0]!.rows }] : tables
}

const longest = 500 // characters

function shorten(value: unknown): unknown {
  if (!isObject(value) && !Array.isArray(value)) return value
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
