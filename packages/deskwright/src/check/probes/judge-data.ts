import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import { show } from '../../internal/show.ts'
import { joinPath } from '../../spec/read/cursor.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import type { AcceptedWidget } from '../../spec/widgets/accepted-widget.ts'
import { answerShapes } from './answer-shapes.ts'

/** Judges what came for a widget against its type and its columns. */
export function judgeData(place: Place, url: string, widget: AcceptedWidget, answer: unknown): readonly Diagnostic[] {
  const shape = answerShapes[widget.type]
  if (shape === undefined) return []
  const part = toShown(widget, answer)
  if (part === undefined) {
    return [diagnose('error', 'widget-data-key', place, { key: widget.data?.dataKey ?? '', got: show(answer) })]
  }
  const read = shape.safeParse(part)
  if (!read.success) {
    const [issue] = read.error.issues
    const at = (issue?.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step)).reduce(joinPath, '')
    const reason =
      issue?.message.replace(/^Invalid input: /, '').replace(/, received .*$/, '') ?? 'another shape is expected'
    return [diagnose('error', 'widget-shape', place, { url, wanted: widget.type, at, reason, got: show(part) })]
  }
  return widget.type === 'table' || widget.type === 'live_grid' ? judgeColumns(place, widget, read.data) : []
}

/** Columns that no row has stay empty. */
export function judgeColumns(place: Place, widget: AcceptedWidget, rows: unknown): readonly Diagnostic[] {
  if (!Array.isArray(rows) || rows.length === 0) return []
  const fields = new Set(rows.flatMap((row: unknown) => (isJsonObject(row) ? Object.keys(row) : [])))
  const columns = (widget.data?.table?.columnsDefs ?? [])
    .map(({ field }) => field)
    .filter((field) => typeof field === 'string' && !fields.has(field) && !fields.has(field.split('.')[0] ?? ''))
  if (columns.length === 0) return []
  return [diagnose('warning', 'widget-columns', place, { columns, fields: [...fields] })]
}

/** Gives the part of an answer that is shown; `undefined` when it is not there. */
export function toShown(widget: AcceptedWidget, answer: unknown): unknown {
  const key = widget.data?.dataKey
  return key === undefined || key === '' ? toUsual(widget, answer) : toPart(answer, key)
}

/** A chart may lie below "results". */
function toUsual({ type }: AcceptedWidget, answer: unknown): unknown {
  return type === 'chart' && isJsonObject(answer) && isJsonObject(answer['results']) ? answer['results'] : answer
}

function toPart(answer: unknown, key: string): unknown {
  if (isJsonObject(answer) && Object.hasOwn(answer, key)) return answer[key]
  const steps = key.split(/[.[\]]+/).filter((step) => step !== '')
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : undefined,
    answer,
  )
}
