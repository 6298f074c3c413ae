import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { GridColumn } from './column.ts'
import { allOf, toSql } from './conditions.ts'
import type { GridSource } from './grid-source.ts'
import { toAlias } from './outputs.ts'
import { toGroupKey, toSetCondition, type SetValue } from './set-filter.ts'
import { toOrder } from './sort.ts'

/** Reads the rows of a small query as objects. */
export type ReadRows = (fragment: SqlFragment) => Promise<readonly Readonly<Record<string, SetValue>>[]>

/** One combination of values of the pivot columns. */
export interface PivotKey {
  /** The values as they stand in names; an empty cell is `(Blanks)`. */
  readonly title: readonly string[]
  /** Whether a row belongs to it; `cells` are the pivot columns' values there. */
  readonly condition: (cells: readonly SqlFragment[]) => SqlFragment
}

/** How many combinations there may be. */
const most = 1000

/** Finds the combinations that the filtered rows have, in their order. Throws `ssrm-pivot-wide`. */
export async function readPivotKeys(
  pivots: readonly GridColumn[],
  { dialect, from }: GridSource,
  where: SqlFragment,
  readRows: ReadRows,
): Promise<readonly PivotKey[]> {
  const keys = pivots.map((column, index) => sql`${toGroupKey(column, dialect)} as ${toAlias(index)}`)
  const found = pivots.flatMap(({ kind }, index) => [
    sql`g.${toAlias(index)} as ${sql.identifier(`k${index}`)}`,
    // A number may have more digits than JavaScript keeps.
    ...(kind.is === 'number'
      ? [sql`${dialect.toText(sql`g.${toAlias(index)}`)} as ${sql.identifier(`t${index}`)}`]
      : []),
  ])
  const ordinals = toSql(pivots.map((_column, index) => index + 1).join(', '))
  const order = sql.join(pivots.map((_column, index) => toOrder(sql`g.${toAlias(index)}`)))
  const rows = await readRows(sql`select ${sql.join(found)}
    from (select ${sql.join(keys)} from ${from} where ${where} group by ${ordinals}) as g
    order by ${order} limit ${most + 1}`)
  if (rows.length > most)
    throw new DeskwrightError('ssrm-pivot-wide', { columns: pivots.map(({ name }) => name), most })

  return rows.map((row) => ({
    title: pivots.map((_column, index) => String(row[`k${index}`] ?? '(Blanks)')),
    condition: (cells) =>
      allOf(
        pivots.map(({ name, type, kind }, index) => {
          const cell = { name, type, kind: kind.is === 'other' ? { is: 'text' as const } : kind, value: cells[index]! }
          return toSetCondition(cell, [row[`t${index}`] ?? row[`k${index}`] ?? null], dialect)
        }),
      ),
  }))
}
