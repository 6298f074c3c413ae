import type { SsrmRequest } from '../../spec/types.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import { toAggregate } from './aggregate.ts'
import type { ColumnFinder } from './columns.ts'
import type { GridSource } from './grid-source.ts'
import { childCount, toGroupField, toOrder } from './sort.ts'

/** One column of group rows. */
export interface Output {
  readonly name: string
  /** What else a sort may call it. */
  readonly id: string
  readonly value: SqlFragment
  /** Whether no rows at all give 0 instead of an empty cell. */
  readonly counts?: boolean
}

/** Lists the columns that sum up groups. A name that is taken gives way to the column's id. */
export function toAggregates(
  { valueCols }: SsrmRequest,
  columns: ColumnFinder,
  source: GridSource,
  taken: readonly string[],
): readonly Output[] {
  const names = new Set(taken)
  return valueCols.flatMap(({ id, field, aggFunc }) => {
    const value = toAggregate(aggFunc, columns.byField(field, 'value'), source)
    const name = [field, id].find((candidate) => !names.has(candidate))
    if (name === undefined) return []
    names.add(name)
    return [{ name, id, value, counts: aggFunc === 'count' }]
  })
}

/** A column that counts the rows of a group, unless the name is taken. */
export function toChildCount(taken: readonly Output[]): readonly Output[] {
  const isTaken = taken.some(({ name }) => name === childCount)
  return isTaken ? [] : [{ name: childCount, id: childCount, value: sql`count(*)` }]
}

/** The name that the query gives to the n-th column of groups: what the client sends never becomes a name that is looked up. */
export function toAlias(index: number): SqlFragment {
  return sql.identifier(`c${index}`)
}

/** Names the columns of `groups` for the client, and sorts: as asked, then by the key, which is the first column. */
export function toNamed(
  groups: SqlFragment,
  outputs: readonly Output[],
  { sortModel, rowGroupCols }: SsrmRequest,
  columns: ColumnFinder,
  level: number,
): SqlFragment {
  const inGroups = (index: number) => sql`g.${toAlias(index)}`
  const order = sortModel.flatMap(({ colId, sort }) => {
    const field = toGroupField(colId, rowGroupCols, level) ?? colId
    const index = outputs.findIndex(({ name, id }) => name === field || id === field)
    if (index < 0 && field !== '' && colId !== childCount) columns.byId(field, 'sort') // known, but not a column of groups
    return index < 0 ? [] : [toOrder(inGroups(index), sort)]
  })
  const named = outputs.map(({ name }, index) => sql`${inGroups(index)} as ${sql.identifier(name)}`)
  return sql`select ${sql.join(named)} from (${groups}) as g order by ${sql.join([...order, toOrder(inGroups(0))])}`
}
