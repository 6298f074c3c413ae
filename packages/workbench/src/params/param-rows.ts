import type { AcceptedWidget, WireParam } from 'deskwright/spec'

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

/** Finds the param that the widget draws as an editor of its own. */
export function toEditorParam(widget: Pick<AcceptedWidget, 'params' | 'type'>): WireParam | undefined {
  return (widget.params ?? []).flat().find(({ paramName }) => paramName === editors[widget.type])
}
