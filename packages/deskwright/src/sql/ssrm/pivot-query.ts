import type { SsrmRequest } from '../../spec/types.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { ColumnFinder } from './columns.ts'
import { toSql } from './conditions.ts'
import { toGroupCount, toKeyOutput } from './group-query.ts'
import type { GridQuery, GridSource } from './grid-source.ts'
import { toAggregates, toAlias, toChildCount, toNamed, type Output } from './outputs.ts'
import { readPivotKeys, type ReadRows } from './pivot-keys.ts'
import { toGroupKey } from './set-filter.ts'

/** The conditions of a request: of its filter alone, and with the opened groups. */
export interface Scope {
  readonly filter: SqlFragment
  readonly level: SqlFragment
}

/**
 * Writes groups with one column for each combination of pivot values and each summed up column. Rows are grouped by the pivot
 * columns too, and those groups are then spread over the columns. The columns are the same at every level.
 * Throws `ssrm-pivot-wide`.
 */
export async function toPivotQuery(
  request: SsrmRequest,
  columns: ColumnFinder,
  source: GridSource,
  { filter, level }: Scope,
  readRows: ReadRows,
): Promise<GridQuery> {
  const { dialect, from } = source
  const keys = toKeyOutput(request, columns, source)
  const pivots = request.pivotCols.map(({ field }) => columns.byField(field, 'pivot'))
  const aggregates = toAggregates(request, columns, source, [])
  const pivotKeys = await readPivotKeys(pivots, source, filter, readRows)

  const grouped = [...keys.map(({ value }) => value), ...pivots.map((column) => toGroupKey(column, dialect))]
  const inner = [...grouped, ...aggregates.map(({ value }) => value), sql`count(*)`]
  const ordinals = toSql(grouped.map((_value, index) => index + 1).join(', '))
  const selected = inner.map((value, index) => sql`${value} as ${toAlias(index)}`)
  const cells = sql`select ${sql.join(selected)} from ${from} where ${level} group by ${ordinals}`
  const inCells = (index: number) => sql`cells.${toAlias(index)}`

  const names = new Set(keys.map(({ name }) => name))
  const spread = pivotKeys.flatMap(({ title, condition }) => {
    const isHere = condition(pivots.map((_column, index) => inCells(keys.length + index)))
    return aggregates.map((aggregate, index): Output => {
      const name = toFreeName([...title, aggregate.name].join('_'), names)
      const cell = inCells(grouped.length + index)
      const value = dialect.first(sql`case when ${isHere} then ${cell} end`, undefined)
      return { name, id: name, value: aggregate.counts ? sql`coalesce(${value}, 0)` : value }
    })
  })
  const total = sql`coalesce(sum(${inCells(inner.length - 1)}), 0)`
  const outputs = [
    ...keys.map((key) => ({ ...key, value: inCells(0) })),
    ...spread,
    ...toChildCount([...keys, ...spread]).map((count) => ({ ...count, value: total })),
  ]
  const grouping = keys.length > 0 ? sql` group by ${inCells(0)}` : sql``
  const spreading = outputs.map(({ value }, index) => sql`${value} as ${toAlias(index)}`)
  const groups = sql`select ${sql.join(spreading)} from (${cells}) as cells${grouping}`
  return {
    rows: toNamed(groups, outputs, request, columns, request.groupKeys.length),
    count: toGroupCount(keys, source, level),
    pivotResultFields: spread.map(({ name }) => name),
  }
}

/** Two combinations may read the same: `a_b` and `c`, `a` and `b_c`. */
function toFreeName(name: string, taken: Set<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`
  taken.add(free)
  return free
}
