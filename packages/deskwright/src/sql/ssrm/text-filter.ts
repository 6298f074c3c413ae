import type { TextFilter } from '../../spec/types.ts'
import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { GridColumn } from './column.ts'

/** What JavaScript takes for white space, as the grid does: a text of nothing else is blank. */
const whiteSpace = [9, 10, 11, 12, 13, 32, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]
const blanks = String.fromCharCode(...whiteSpace, ...Array.from({ length: 11 }, (_, index) => 0x2000 + index))

/**
 * Compares text; upper and lower case are equal. Other values are compared as the text the engine writes for them.
 * Empty cells do not contain a text and are not equal to it.
 */
export function toTextCondition(
  { value, kind }: GridColumn,
  type: TextFilter['type'],
  filter: string,
  dialect: GridDialect,
): SqlFragment {
  const text = dialect.toLower(kind.is === 'text' ? value : dialect.toText(value))
  const piece = dialect.toLower(sql`cast(${filter} as varchar)`)
  switch (type) {
    case 'contains':
      return dialect.contains(text, piece)
    case 'notContains':
      return sql`(${value} is null or not ${dialect.contains(text, piece)})`
    case 'equals':
      return sql`${text} = ${piece}`
    case 'notEqual':
      return sql`(${value} is null or ${text} <> ${piece})`
    case 'startsWith':
      return dialect.startsWith(text, piece)
    case 'endsWith':
      return dialect.endsWith(text, piece)
    case 'blank':
      return toBlankCondition({ value, kind }, dialect)
    case 'notBlank':
      return sql`not ${toBlankCondition({ value, kind }, dialect)}`
  }
}

/** Whether a cell is empty: NULL, or text of white space. */
export function toBlankCondition(
  { value, kind }: Pick<GridColumn, 'value' | 'kind'>,
  dialect: GridDialect,
): SqlFragment {
  if (kind.is !== 'text') return sql`(${value} is null)`
  const text = dialect.toText(value)
  return sql`(${value} is null or ${dialect.trim(text, sql`cast(${blanks} as varchar)`)} = '')`
}
