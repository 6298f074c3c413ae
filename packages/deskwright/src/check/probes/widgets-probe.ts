import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { toWidgetName } from '../../spec/names.ts'
import type { AcceptedWidget } from '../../spec/widgets/accepted-widget.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import type { WireOption } from '../../spec/widgets/option.ts'
import type { WireParam } from '../../spec/widgets/param.ts'
import { ask as askOnce } from './ask.ts'
import { answerShapes } from './answer-shapes.ts'
import { judgeColumns, judgeData } from './judge-data.ts'
import { judgeOptions } from './judge-options.ts'
import { judgeTransport } from './judge-transport.ts'
import type { Probe, ProbeTarget } from './probe.ts'
import { readAnswer } from './read-answer.ts'
import { runBounded } from './run-bounded.ts'
import { isComplete, toOptionsQuestion, toWidgetQuestion } from './widget-question.ts'

/** So many widgets are asked at once. */
const atOnce = 4
/** Milliseconds after which a user wonders. */
const long = 5000
/** Dropdowns of one widget whose options are asked for at most. */
const mostDropdowns = 8

/** Asks for the data of each widget with its default values, and for the options of its params. Forms are never sent. */
export const widgetsProbe: Probe = {
  name: 'widgets',
  asksParts: true,
  async *run(target) {
    const widgets = Object.entries(target.documents.widgets ?? {}).filter(([id]) => target.isChosen(id))
    let asked = 0
    const found = await runBounded(widgets, atOnce, async ([id, widget]) => {
      target.progress(`Asking ${toWidgetName(id)}, ${(asked += 1)} of ${widgets.length}`)
      const options = await probeOptions(id, widget, target)
      return [...options.findings, ...(await probeData(id, widget, target, options.file))]
    })
    yield* found.flat()
  },
}

async function probeData(
  id: string,
  widget: AcceptedWidget,
  target: ProbeTarget,
  file: WireOption | undefined,
): Promise<readonly Diagnostic[]> {
  const { type } = widget
  const { now, ask } = target
  if (/^data:/i.test(widget.endpoint)) return []
  const place = { where: toWidgetName(id), path: 'endpoint' }
  const question = toWidgetQuestion(target.url, toAsked(widget), now, toMore(widget, file))
  const answered = await ask(question)
  const severity = isComplete(widget, now) ? 'error' : 'warning'
  const shape = answerShapes[type]
  const wants = shape === undefined ? 'text' : type === 'markdown' || type === 'note' ? 'either' : 'json'
  const { value, findings } = readAnswer(place, question, answered, { severity, timeout: target.timeout, wants })
  const { url } = question
  const more: Diagnostic[] = [...(await judgeTransport(target, place, type, question, answered))]
  if (answered.kind === 'answer' && answered.took > long && widget.runButton !== true && type !== 'omni') {
    // The first answer may have had to wake something up.
    const again = await askOnce(target, question)
    const took = again.kind === 'answer' ? Math.min(answered.took, again.took) : answered.took
    if (took > long) more.push(diagnose('advice', 'widget-slow', place, { url, seconds: Math.round(took / 100) / 10 }))
  }
  if (type === 'iframe' && answered.kind === 'answer') {
    const header = toFrameHeader(answered.headers)
    if (header !== undefined) more.push(diagnose('error', 'widget-frame', place, { url, header }))
  }
  if (value === undefined) return [...findings, ...more]
  const judged = judgeData(place, url, widget, value)
  if (type === 'ssrm_table' && judged.length === 0) {
    const page = judgePage(place, widget, value)
    more.push(...page)
    if (page.length === 0 && (await repeats(widget, target, value))) {
      more.push(diagnose('warning', 'widget-page', place, { reason: 'the same ten rows came again for 10 to 20' }))
    }
  }
  return [...findings, ...judged, ...more]
}

/** A data source of charts is asked what it can do. */
function toAsked(widget: AcceptedWidget): AcceptedWidget {
  return widget.type === 'advanced_charting' ? { ...widget, endpoint: `${widget.endpoint}/config`, params: [] } : widget
}

function toMore(widget: AcceptedWidget, file: WireOption | undefined): Readonly<Record<string, unknown>> {
  if (widget.type === 'ssrm_table') return { startRow: 0, endRow: 10 }
  if (widget.type === 'omni') return { prompt: 'test validation query' }
  const selector = findSelector(widget)
  return file === undefined || selector === undefined ? {} : { [selector.paramName]: [file.value] }
}

function findSelector(widget: AcceptedWidget): WireParam | undefined {
  return widget.type === 'multi_file_viewer'
    ? widget.params?.flat().find(({ roles }) => roles?.includes('fileSelector'))
    : undefined
}

function judgePage(place: { where: string }, widget: AcceptedWidget, answer: unknown): readonly Diagnostic[] {
  const { rowData, rowCount = -1 } = (Array.isArray(answer) ? { rowData: answer } : answer) as {
    readonly rowData: readonly unknown[]
    readonly rowCount?: number
  }
  const reason =
    rowData.length > 10
      ? `${rowData.length} rows came`
      : rowCount >= 0 && rowCount < rowData.length
        ? `${rowData.length} rows came, but rowCount is ${rowCount}`
        : undefined
  const columns = judgeColumns(place, widget, rowData)
  return reason === undefined ? columns : [...columns, diagnose('warning', 'widget-page', place, { reason })]
}

/** Whether the next page has the rows of the first one. */
async function repeats(widget: AcceptedWidget, target: ProbeTarget, first: unknown): Promise<boolean> {
  const rows = toRows(first)
  if (rows.length !== 10) return false
  const answered = await target.ask(toWidgetQuestion(target.url, widget, target.now, { startRow: 10, endRow: 20 }))
  if (answered.kind !== 'answer' || answered.status !== 200) return false
  const gravity = { severity: 'warning' as const, timeout: target.timeout, wants: 'json' as const }
  const { value } = readAnswer({ where: '' }, { url: target.url }, answered, gravity)
  return JSON.stringify(toRows(value)) === JSON.stringify(rows)
}

function toRows(answer: unknown): readonly unknown[] {
  const rows = isJsonObject(answer) ? answer['rowData'] : answer
  return Array.isArray(rows) ? rows : []
}

function toFrameHeader(headers: Headers): string | undefined {
  const ancestors = /frame-ancestors([^;]*)/i.exec(headers.get('content-security-policy') ?? '')
  // Browsers look at the old header only when the new one says nothing.
  if (ancestors !== null) return /openbb|\*|https:(?:\s|$)/.test(ancestors[1] ?? '') ? undefined : ancestors[0].trim()
  const options = headers.get('x-frame-options')
  return options === null ? undefined : `X-Frame-Options: ${options}`
}

async function probeOptions(
  id: string,
  widget: AcceptedWidget,
  target: ProbeTarget,
): Promise<{ readonly findings: readonly Diagnostic[]; readonly file?: WireOption }> {
  const findings: Diagnostic[] = []
  let file: WireOption | undefined
  let asked = 0
  for (const { param, path } of listParams(widget)) {
    const question = toOptionsQuestion(target.url, widget, param, target.now)
    if (question === undefined || /^data:/i.test(question.url) || asked >= mostDropdowns) continue
    asked += 1
    const place = { where: toWidgetName(id), path: `${path}.optionsEndpoint` }
    const gravity = { severity: 'warning' as const, timeout: target.timeout, wants: 'json' as const }
    const answered = await target.ask(question)
    const read = readAnswer(place, question, answered, gravity)
    findings.push(...read.findings, ...(await judgeTransport(target, place, widget.type, question, answered)))
    if (read.value === undefined) continue
    const judged = judgeOptions(place, question.url, param, read.value)
    findings.push(...judged.findings)
    if (param.paramName === findSelector(widget)?.paramName) file = judged.options[0]
  }
  return { findings, ...(file === undefined ? {} : { file }) }
}

/** Params may be in rows. */
function listParams(widget: AcceptedWidget): readonly { readonly param: WireParam; readonly path: string }[] {
  return (widget.params ?? []).flatMap((entry, index) =>
    Array.isArray(entry)
      ? (entry as readonly WireParam[]).map((param, inner) => ({ param, path: `params[${index}][${inner}]` }))
      : [{ param: entry as WireParam, path: `params[${index}]` }],
  )
}
