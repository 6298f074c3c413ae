import type { SsrmRequest } from '../../spec/types.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { ColumnFinder } from './columns.ts'
import type { GridQuery, GridSource } from './grid-source.ts'
import { toAggregates, toAlias, toChildCount, toNamed, type Output } from './outputs.ts'
import { toGroupKey } from './set-filter.ts'

/** Writes the groups of one level, or the total of all rows when rows are not grouped. */
export function toGroupQuery(
  request: SsrmRequest,
  columns: ColumnFinder,
  source: GridSource,
  where: SqlFragment,
): GridQuery {
  const level = request.groupKeys.length
  const keys = toKeyOutput(request, columns, source)
  const aggregates = toAggregates(
    request,
    columns,
    source,
    keys.map(({ name }) => name),
  )
  const outputs = [...keys, ...aggregates, ...toChildCount([...keys, ...aggregates])]
  const selected = outputs.map(({ value }, index) => sql`${value} as ${toAlias(index)}`)
  const grouping = keys.length > 0 ? sql` group by 1` : sql``
  const groups = sql`select ${sql.join(selected)} from ${source.from} where ${where}${grouping}`
  return { rows: toNamed(groups, outputs, request, columns, level), count: toGroupCount(keys, source, where) }
}

/** The key of the groups of the asked level; none when rows are not grouped. */
export function toKeyOutput(request: SsrmRequest, columns: ColumnFinder, { dialect }: GridSource): readonly Output[] {
  const group = request.rowGroupCols[request.groupKeys.length]
  if (group === undefined) return []
  return [{ name: group.field, id: group.id, value: toGroupKey(columns.byField(group.field, 'group'), dialect) }]
}

/** Counts the groups of the asked level. */
export function toGroupCount([key]: readonly Output[], { from }: GridSource, where: SqlFragment): SqlFragment {
  if (key === undefined) return sql`select 1 as n`
  return sql`select count(*) as n from (select ${key.value} from ${from} where ${where} group by 1) as g`
}
