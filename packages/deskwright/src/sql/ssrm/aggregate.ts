import type { AggFunc } from '../../spec/types.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { GridColumn } from './column.ts'
import type { GridSource } from './grid-source.ts'

/** Writes how the rows of a group are summed up. Empty cells do not count; what is no number has no sum and no average. */
export function toAggregate(aggFunc: AggFunc, column: GridColumn, { dialect, key }: GridSource): SqlFragment {
  const { value, kind, type } = column
  const isNumber = kind.is === 'number' || kind.is === 'float'
  switch (aggFunc) {
    case 'sum':
      return isNumber ? dialect.sum(value, type) : sql`null`
    case 'avg':
      return isNumber ? dialect.average(value, kind, type) : sql`null`
    case 'min':
      return dialect.least(value, kind)
    case 'max':
      return dialect.greatest(value, kind)
    case 'count':
      return sql`count(${value})`
    case 'first':
      return dialect.first(value, key)
    case 'last':
      return dialect.last(value, key)
  }
}
