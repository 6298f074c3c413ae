import type { AcceptedWidget, WireParam } from 'deskwright/spec'
import { valueParamsOf } from '../requests/param-values.ts'

/** The param that a widget type draws as an editor of its own, not in the bar. */
const editors: Readonly<Partial<Record<AcceptedWidget['type'], string>>> = { omni: 'prompt', ssrm_table: 'query' }

/** Lists the params that are drawn, by their rows; the first row is the title's. Hidden params and those with an editor of their own are left out. */
export function toParamRows(widget: Pick<AcceptedWidget, 'params' | 'type'>): readonly (readonly WireParam[])[] {
  const rows: WireParam[][] = [[]]
  for (const [index, entry] of (widget.params ?? []).entries()) {
    if (Array.isArray(entry)) rows.push([...(entry as readonly WireParam[])])
    else rows[0]?.push(entry as WireParam)
    // When all are in rows, the first row is the title's.
    if (index === 0 && Array.isArray(entry)) rows.shift()
  }
  return rows.map((row) => row.filter(({ show, paramName }) => show !== false && paramName !== editors[widget.type]))
}

/** Lists the rows of the bar; below them stands the editor of a table's query, which nothing else draws. */
export function toDrawnRows(widget: Pick<AcceptedWidget, 'params' | 'type'>): readonly (readonly WireParam[])[] {
  const rows = toParamRows(widget)
  if (widget.type !== 'ssrm_table') return rows
  const query = valueParamsOf(widget).find(({ paramName }) => paramName === editors.ssrm_table)
  return query === undefined ? rows : [...rows, [{ language: 'sql', ...query, type: 'text' }]]
}
