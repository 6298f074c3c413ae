import type { Refusal } from '../problems.ts'
import { allowedFunctions } from './functions.ts'

type Node = Readonly<Record<string, unknown>>
type Names = ReadonlySet<string>
type Rule = (node: Node, visible: Names) => string | undefined

/**
 * Looks through a statement as PostgreSQL's parser read it: every kind of node, every table, every function and every type must be among the
 * allowed. Whatever is not known here is refused, and what is too deeply nested to be looked through.
 */
export function checkQuery(statement: unknown, tables: Names): Refusal | 'deep' | undefined {
  try {
    return checkParts(statement, tables)
  } catch (error) {
    if (error instanceof RangeError) return 'deep'
    throw error
  }
}

/** A node is an object whose only key is its kind, with a capital; other keys are parts of the node. */
function checkParts(part: unknown, visible: Names): Refusal | undefined {
  if (Array.isArray(part)) return findFirst(part, (item) => checkParts(item, visible))
  if (!isNode(part)) return undefined
  const { withClause, ...parts } = part
  const scope = isNode(withClause) ? new Set(visible) : visible
  if (isNode(withClause)) {
    const refusal = checkNamed(withClause, scope as Set<string>)
    if (refusal) return refusal
  }
  return findFirst(Object.entries(parts), ([key, value]) => checkPart(key, value, scope))
}

function checkPart(key: string, value: unknown, visible: Names): Refusal | undefined {
  const kind = /^[A-Z]/.test(key) ? key : unwrapped[key]
  if (kind !== undefined && isNode(value)) {
    const rule = Object.hasOwn(rules, kind) ? rules[kind]! : refuseKind(kind)
    const reason = rule(value, visible)
    if (reason !== undefined) return { reason, ...toPlace(value) }
  }
  return checkParts(value, visible)
}

/** The parts of a WITH see those before them, and with RECURSIVE all of them. */
function checkNamed({ recursive, ctes }: Node, scope: Set<string>): Refusal | undefined {
  const parts = (ctes as readonly Node[]).map((part) => part['CommonTableExpr'] as Node)
  if (recursive === true) for (const { ctename } of parts) scope.add(String(ctename))
  for (const { ctename, ctequery, search_clause: search, cycle_clause: cycle } of parts) {
    if (search !== undefined || cycle !== undefined) return { reason: 'SEARCH and CYCLE are not available here.' }
    const refusal = checkParts(ctequery, scope)
    if (refusal) return refusal
    scope.add(String(ctename))
  }
  return undefined
}

// Parts whose kind is not written, because it is always the same.
const unwrapped: Readonly<Record<string, string | undefined>> = {
  intoClause: 'IntoClause',
  typeName: 'TypeName',
  over: 'WindowDef',
  larg: 'SelectStmt',
  rarg: 'SelectStmt',
}

const allow: Rule = () => undefined
const refuseKind =
  (kind: string): Rule =>
  () =>
    kind.endsWith('Stmt') ? 'Only a query that reads is run here.' : `${kind} is not available here.`

const rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(
    (
      'ResTarget ColumnRef A_Star String Integer Float Boolean BitString A_Const TypeCast RangeSubselect RangeFunction JoinExpr ' +
      'BoolExpr SubLink NullTest BooleanTest CaseExpr CaseWhen CoalesceExpr MinMaxExpr SortBy WindowDef List A_ArrayExpr ' +
      'A_Indirection A_Indices RowExpr GroupingFunc GroupingSet NamedArgExpr CollateClause'
    )
      .split(' ')
      .map((kind) => [kind, allow]),
  ),
  SelectStmt: ({ lockingClause }) => (lockingClause === undefined ? undefined : 'FOR UPDATE and its like lock rows.'),
  RangeVar: checkTable,
  FuncCall: ({ funcname }) => checkFunction(toNames(funcname)),
  A_Expr: ({ name }) => (isBuiltIn(toNames(name)) ? undefined : 'Write the operator without OPERATOR(…).'),
  TypeName: ({ names }) => checkType(toNames(names)),
  SQLValueFunction: ({ op }) =>
    /^SVFOP_(CURRENT|LOCAL)_?(DATE|TIME|TIMESTAMP)(_N)?$/.test(String(op))
      ? undefined
      : 'Who is connected is not told here.',
  ParamRef: () => 'Placeholders have no value here: write the value itself.',
}

function checkTable(
  { catalogname: catalog, schemaname: schema, relname: table }: Node,
  visible: Names,
): string | undefined {
  if (catalog !== undefined || schema !== undefined)
    return 'Write the table as its name alone, without a schema in front.'
  if (visible.has(String(table))) return undefined
  return `The table "${String(table)}" is not available here. There are: ${[...visible].join(', ')}.`
}

function checkFunction(path: readonly string[]): string | undefined {
  const name = path.at(-1)!
  if (!allowedFunctions.has(name)) return `The function ${name} is not available here.`
  return isBuiltIn(path) ? undefined : `Write ${name}(…) without a schema in front.`
}

/** Names of objects look like types: `'secret'::regclass` tells whether there is such a table. */
function checkType(path: readonly string[]): string | undefined {
  const name = path.at(-1)!
  if (/^_?reg/.test(name)) return `The type ${name} is not available here.`
  return isBuiltIn(path) ? undefined : 'Write the type as its name alone, without a schema in front.'
}

/** A name alone, or with the schema that the parser itself puts in front. */
function isBuiltIn(path: readonly string[]): boolean {
  return path.length === 1 || (path.length === 2 && path[0] === 'pg_catalog')
}

function toNames(list: unknown): string[] {
  return (list as readonly { String: { sval: string } }[]).map((item) => item.String.sval)
}

function toPlace({ location }: Node): { at?: number } {
  return typeof location === 'number' && location >= 0 ? { at: location } : {}
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function findFirst<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
