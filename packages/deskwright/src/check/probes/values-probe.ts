import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import { receivedRowsSchema } from '../../spec/payloads/rows.ts'
import type { AcceptedWidget } from '../../spec/widgets/accepted-widget.ts'
import type { WireOption } from '../../spec/widgets/option.ts'
import type { WireParam } from '../../spec/widgets/param.ts'
import { paramsOf } from '../../spec/widgets/params-of.ts'
import { answerShapes } from './answer-shapes.ts'
import { askJson } from './ask-json.ts'
import type { Answered, Question } from './ask.ts'
import { eachWidget, type Inquiry } from './each-widget.ts'
import { judgeAllowOrigin } from './judge-cors.ts'
import { judgeData } from './judge-data.ts'
import { judgeOptions } from './judge-options.ts'
import type { Probe } from './probe.ts'
import { readAnswer, toDetail } from './read-answer.ts'
import { isThemed, toOptionsQuestion, toText, toWidgetQuestion } from './widget-question.ts'

/** Requests for one widget at most, besides those for its options. */
const most = 8
/** Dropdowns of one widget whose options are tried at most, and options of each. */
const mostDropdowns = 8
const mostOptions = 3
/** Milliseconds after which a widget is too slow to be asked again and again. */
const long = 5000

/** Asks widgets again with other values: options of their dropdowns, none at all, a wrong type, the other theme, raw. */
export const valuesProbe: Probe = {
  name: 'values',
  asksParts: true,
  run: (target) => eachWidget(target, isMeant, 'Trying values', tryValues),
}

/** An omni may start long work, files are asked for by lists, and charts of this kind are asked otherwise. */
function isMeant({ type }: AcceptedWidget): boolean {
  return !['omni', 'multi_file_viewer', 'advanced_charting', 'iframe'].includes(type)
}

/** One way to ask a widget. */
interface Trial {
  /** What is special, in words: `symbol=MSFT`. */
  readonly given: string
  readonly question: Question
  readonly judge: (inquiry: Inquiry, trial: Trial, answered: Answered) => readonly Diagnostic[]
}

async function tryValues(inquiry: Inquiry): Promise<readonly Diagnostic[]> {
  const { widget, target } = inquiry
  const usual = toQuestion(inquiry, widget)
  const answered = await target.ask(usual)
  // What does not work as it is, is said by others.
  if (answered.kind !== 'answer' || answered.status !== 200 || answered.took > long) return []
  if (judgeShown(inquiry, usual, answered).length > 0) return []
  const trials = [...listSwitches(inquiry), ...listWrong(inquiry), ...(await listChoices(inquiry))]
  const known = new Set([JSON.stringify(usual)])
  const findings: Diagnostic[] = []
  let silence: Diagnostic | undefined
  for (const trial of trials) {
    const key = JSON.stringify(trial.question)
    if (known.has(key) || known.size > most) continue
    known.add(key)
    const answered = await target.ask(trial.question)
    findings.push(...trial.judge(inquiry, trial, answered))
    // Whoever is slow once would be slow again.
    if (answered.kind === 'slow' || answered.kind === 'endless') break
    silence ??= findSilence(inquiry, trial.question, answered)
  }
  return silence === undefined ? findings : [...findings, silence]
}

function toQuestion({ target }: Inquiry, widget: AcceptedWidget, more = {}): Question {
  const page = widget.type === 'ssrm_table' ? { startRow: 0, endRow: 10 } : {}
  return toWidgetQuestion(target.url, widget, target.now, { ...page, ...more })
}

/** The other theme, and the data behind a chart. */
function listSwitches(inquiry: Inquiry): readonly Trial[] {
  const { widget } = inquiry
  const light = { given: 'theme=light', question: toQuestion(inquiry, widget, { theme: 'light' }), judge: judgeChoice }
  const raw = { given: 'raw=true', question: toQuestion(inquiry, widget, { raw: true }), judge: judgeRaw }
  return [...(isThemed(widget.type) ? [light] : []), ...(widget.raw === true ? [raw] : [])]
}

/** What users and agents can send instead of a value: nothing, and text where a number is meant. */
function listWrong(inquiry: Inquiry): readonly Trial[] {
  const { widget } = inquiry
  const params = paramsOf(widget).filter(({ type }) => type !== 'form')
  const toTrial = (given: string, wrong: AcceptedWidget): Trial => ({
    given,
    question: toQuestion(inquiry, wrong),
    judge: judgeWrong,
  })
  const empty = params
    .filter((param) => !isInPath(widget, param))
    .map((param) => toTrial(`${param.paramName} empty`, withValue(widget, param, null)))
  const wrong = params
    .filter(({ type }) => type === 'number')
    .map((param) => toTrial(`${param.paramName}=abc`, withValue(widget, param, 'abc')))
  return [...wrong.slice(0, 1), ...empty.slice(0, 2)]
}

/** Some options of each dropdown: the first of all of them, then the second ones. */
async function listChoices(inquiry: Inquiry): Promise<readonly Trial[]> {
  const { widget } = inquiry
  const dropdowns: (readonly Trial[])[] = []
  const params = paramsOf(widget)
  // What a dropdown offers may depend on the value of another one, whose default then no longer fits.
  const sources = new Set(params.flatMap(({ optionsParams }) => Object.values(optionsParams ?? {})))
  for (const param of params.filter(({ paramName }) => !sources.has(`$${paramName}`)).slice(0, mostDropdowns)) {
    const options = param.options ?? (await askOptions(inquiry, param))
    dropdowns.push(
      pickSpread(options.filter(({ value }) => toText(value) !== '' && value !== param.value)).map(({ value }) => ({
        given: `${param.paramName}=${toText(value)}`,
        question: toQuestion(inquiry, withValue(widget, param, value)),
        judge: judgeChoice,
      })),
    )
  }
  return Array.from({ length: mostOptions }, (_, index) => dropdowns.flatMap((trials) => trials[index] ?? [])).flat()
}

async function askOptions({ widget, target, place }: Inquiry, param: WireParam): Promise<readonly WireOption[]> {
  const question = toOptionsQuestion(target.url, widget, param, target.now)
  if (question === undefined || /^data:/i.test(question.url)) return []
  const { value } = (await askJson(target, question)) as { readonly value?: unknown }
  return judgeOptions(place, question.url, param, value).options
}

/** The first, the last, and one in the middle. */
function pickSpread<Item>(items: readonly Item[]): readonly Item[] {
  const last = items.length - 1
  return [...new Set([0, last, Math.floor(last / 2)])].flatMap((index) => items[index] ?? [])
}

function withValue(widget: AcceptedWidget, { paramName }: WireParam, value: WireParam['value'] | null): AcceptedWidget {
  const change = (param: WireParam): WireParam =>
    param.paramName === paramName ? { ...param, value: value as NonNullable<WireParam['value']> } : param
  return {
    ...widget,
    params: (widget.params ?? []).map((entry) =>
      Array.isArray(entry) ? (entry as readonly WireParam[]).map(change) : change(entry as WireParam),
    ),
  }
}

function isInPath({ endpoint }: AcceptedWidget, { paramName }: WireParam): boolean {
  return endpoint.includes(`{${paramName}}`)
}

/** What is wrong with an answer that should be shown. */
function judgeShown({ widget, place, target }: Inquiry, question: Question, answered: Answered): readonly Diagnostic[] {
  const { type } = widget
  const wants = answerShapes[type] === undefined ? 'text' : type === 'markdown' || type === 'note' ? 'either' : 'json'
  const gravity = { severity: 'warning' as const, timeout: target.timeout, wants } as const
  const { value, findings } = readAnswer(place, question, answered, gravity)
  if (value === undefined) return findings
  return [...findings, ...judgeData(place, question.url, widget, value)].filter(({ code }) => code !== 'widget-columns')
}

function judgeChoice(inquiry: Inquiry, { given, question }: Trial, answered: Answered): readonly Diagnostic[] {
  const [finding] = judgeShown(inquiry, question, answered)
  if (finding === undefined) return []
  // That there is nothing for a choice may be meant.
  const isRefused = answered.kind === 'answer' && answered.status >= 400 && answered.status < 500
  const reason = finding.message.replace(/, as asked with the default values,/, '').replace(/\.$/, '')
  return [diagnose(isRefused ? 'advice' : 'warning', 'widget-choice', inquiry.place, { given, reason })]
}

function judgeWrong(inquiry: Inquiry, { given, question }: Trial, answered: Answered): readonly Diagnostic[] {
  const { method = 'GET', url } = question
  if (answered.kind !== 'answer' || answered.status < 500) return []
  const said = toDetail(new TextDecoder().decode(answered.bytes))
  const facts = { method, url, given, answered: answered.status, said }
  return [diagnose('warning', 'widget-crash', inquiry.place, facts)]
}

function judgeRaw(inquiry: Inquiry, { question }: Trial, answered: Answered): readonly Diagnostic[] {
  const { widget, place, target } = inquiry
  // A transcript is text.
  const wants = widget.type === 'youtube' ? 'text' : 'json'
  const gravity = { severity: 'warning', timeout: target.timeout, wants } as const
  const { value, findings } = readAnswer(place, question, answered, gravity)
  const { url } = question
  const report = (reason: string) => [diagnose('warning', 'widget-raw', place, { url, reason })]
  const [first] = findings
  if (first !== undefined)
    return report(first.message.replace(/, as asked with the default values,/, '').replace(/\.$/, ''))
  if (value === undefined || wants === 'text') return []
  const rows = isJsonObject(value) && Array.isArray(value['results']) ? value['results'] : value
  if (Array.isArray(rows) && receivedRowsSchema.safeParse(rows).success) return []
  return report(isJsonObject(rows) && 'data' in rows ? 'the chart itself came' : 'no array of rows came')
}

/** Finds an error that pages may not read. When they may read none of the backend's, that is said of the whole. */
function findSilence({ place, target }: Inquiry, { url }: Question, answered: Answered): Diagnostic | undefined {
  if (!target.isJudged('cors') || answered.kind !== 'answer' || answered.status < 400) return undefined
  const { status, headers, origin } = answered
  if (judgeAllowOrigin(headers, origin) === undefined) return undefined
  return diagnose('warning', 'cors-error-answer', place, { url, answered: status, origins: [origin] })
}
