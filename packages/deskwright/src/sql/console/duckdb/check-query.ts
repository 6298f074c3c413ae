import type { Refusal } from '../problems.ts'
import { allowedFunctions, allowedTableFunctions } from './functions.ts'

type Node = Readonly<Record<string, unknown>>
type Names = ReadonlySet<string>
type Rule = (node: Node, visible: Names) => string | undefined

/**
 * Looks through a query as DuckDB parsed it: every kind of node, every table and every function must be among the allowed.
 * `tables` are in lower case. Whatever is not known here is refused.
 */
export function checkQuery(query: unknown, tables: Names): Refusal | undefined {
  return checkNode(query, tables)
}

function checkNode(node: unknown, visible: Names): Refusal | undefined {
  if (Array.isArray(node)) return findFirst(node, (item) => checkNode(item, visible))
  if (!isNode(node)) return undefined
  const kind = node['class'] ?? node['type']
  if (typeof kind === 'string') {
    const rule = Object.hasOwn(rules, kind) ? rules[kind] : refuseKind
    const reason = rule!(node, visible)
    if (reason !== undefined) return { reason, ...toPlace(node) }
  }
  return checkParts(node, visible)
}

/** A WITH before a query is seen by the query; each of its parts sees those before it. */
function checkParts(node: Node, visible: Names): Refusal | undefined {
  const { cte_map: named, ...parts } = node
  const scope = new Set(visible)
  for (const { key, value } of toNamedQueries(named)) {
    const refusal = checkNode(value, scope)
    if (refusal) return refusal
    scope.add(toLowerCase(key))
  }
  if (node['type'] !== 'RECURSIVE_CTE_NODE') return checkNode(Object.values(parts), scope)
  const { right, ...others } = parts
  const step = new Set(scope).add(toLowerCase(String(node['cte_name'])))
  return checkNode(Object.values(others), scope) ?? checkNode(right, step)
}

function toNamedQueries(named: unknown): readonly { key: string; value: unknown }[] {
  return isNode(named) ? (named['map'] as { key: string; value: unknown }[]) : []
}

const allow: Rule = () => undefined
const refuseKind: Rule = (node) => `${String(node['class'] ?? node['type'])} is not available here.`

// By the class of an expression, otherwise by the type of a node.
const rules: Readonly<Record<string, Rule>> = {
  ...allowAll('SELECT_NODE SET_OPERATION_NODE RECURSIVE_CTE_NODE'),
  ...allowAll(
    'ORDER_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER DISTINCT_MODIFIER ORDER_DEFAULT ASCENDING DESCENDING',
  ),
  ...allowAll('EMPTY JOIN EXPRESSION_LIST'), // SUBQUERY, below, is the name of a table and of an expression
  ...allowAll(
    'BETWEEN CASE CAST COLLATE COLUMN_REF COMPARISON CONJUNCTION CONSTANT LAMBDA OPERATOR POSITIONAL_REFERENCE STAR SUBQUERY',
  ),
  ...allowAll(
    'ARRAY_TYPE_INFO DECIMAL_TYPE_INFO ENUM_TYPE_INFO GENERIC_TYPE_INFO LIST_TYPE_INFO STRING_TYPE_INFO STRUCT_TYPE_INFO',
  ),
  BASE_TABLE: checkTable,
  TABLE_FUNCTION: ({ function: call }) => checkCall(call, allowedTableFunctions),
  FUNCTION: (call) => checkCall(call, allNames),
  WINDOW: (call) => checkCall(call, allowedFunctions),
  SHOW_REF: ({ query }) => (query === null ? 'What there is to show is listed when the query is empty.' : undefined),
  PIVOT: ({ pivots }) =>
    (pivots as Node[]).some((pivot) => pivot['pivot_enum'] !== '')
      ? 'PIVOT … IN needs a list of values here.'
      : undefined,
  PARAMETER: () => 'Placeholders have no value here: write the value itself.',
  UNBOUND_TYPE_INFO: ({ schema, catalog }) =>
    isEmpty(schema) && isEmpty(catalog) ? undefined : 'Write the type as its name alone, without a schema in front.',
}

function allowAll(kinds: string): Record<string, Rule> {
  return Object.fromEntries(kinds.split(' ').map((kind) => [kind, allow]))
}

function checkTable(node: Node, visible: Names): string | undefined {
  const { catalog_name: catalog, schema_name: schema, table_name: table, at_clause: at } = node
  if (!isEmpty(catalog) || !isEmpty(schema)) return 'Write the table as its name alone, without a schema in front.'
  if (at !== null && at !== undefined) return 'AT is not available here.'
  if (visible.has(toLowerCase(String(table)))) return undefined
  return `The table "${String(table)}" is not available here. There are: ${[...visible].join(', ')}.`
}

/** The call behind a table is looked at twice: once against the functions that give tables, once as what it is. */
const allNames: Names = new Set([...allowedFunctions, ...allowedTableFunctions])

function checkCall(call: unknown, names: Names): string | undefined {
  const { function_name: name, schema, catalog } = call as Node
  if (!names.has(toLowerCase(String(name)))) return `The function ${String(name)} is not available here.`
  if (isEmpty(catalog) && (isEmpty(schema) || schema === 'main')) return undefined
  return `Write ${String(name)}(…) without "${String(schema)}." in front.`
}

function toPlace(node: Node): { at?: number } {
  const at = node['query_location'] ?? (node['function'] as Node | undefined)?.['query_location']
  return typeof at === 'number' && at < 2 ** 53 ? { at } : {}
}

/** As DuckDB compares names: only ASCII letters have a case. */
export function toLowerCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function isEmpty(name: unknown): boolean {
  return name === '' || name === undefined || name === null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function findFirst<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
