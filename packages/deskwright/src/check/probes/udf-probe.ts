import { diagnose, type Diagnostic, type Severity } from '../../errors/diagnostic.ts'
import type { ErrorCode } from '../../errors/catalogue.ts'
import { show } from '../../internal/show.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import { receivedUdfConfigSchema, receivedUdfSymbolSchema, type UdfConfig } from '../../spec/payloads/udf.ts'
import { paramsOf } from '../../spec/widgets/params-of.ts'
import { type AskedJson, askJson } from './ask-json.ts'
import { eachWidget, type Inquiry } from './each-widget.ts'
import { judgeBars, type Bars, readBars } from './judge-bars.ts'
import type { Probe } from './probe.ts'
import { toSeconds } from './resolution-length.ts'
import { toWidgetQuestion } from './widget-question.ts'

/** Bars that are asked for. */
const span = 300
/** Bars that are counted back. */
const countback = 20
const day = 86_400

/** Asks the source of each trading chart for a symbol, its bars, and what it does not have. */
export const udfProbe: Probe = {
  name: 'bars',
  asksParts: true,
  run: (target) => eachWidget(target, ({ type }) => type === 'advanced_charting', 'Asking for bars', askSource),
}

type UdfCode = Extract<ErrorCode, `udf-${string}`>

/** A source that is being asked. */
interface Source {
  readonly get: (path: string, query: object) => Promise<AskedJson & { readonly url: string }>
  readonly report: (severity: Severity, code: Exclude<UdfCode, 'udf-error-status'>, url: string, reason: string) => void
  readonly reportStatus: (url: string, answered: number) => void
}

async function askSource(inquiry: Inquiry): Promise<readonly Diagnostic[]> {
  const { widget, place, target } = inquiry
  const findings: Diagnostic[] = []
  const source: Source = {
    async get(path, query) {
      const asked = { ...widget, endpoint: `${widget.endpoint}/${path}`, params: [] }
      const question = toWidgetQuestion(target.url, asked, target.now, query as Readonly<Record<string, unknown>>)
      return { ...(await askJson(target, question)), url: question.url }
    },
    report: (severity, code, url, reason) => findings.push(diagnose(severity, code, place, { url, reason })),
    reportStatus: (url, answered) => findings.push(diagnose('warning', 'udf-error-status', place, { url, answered })),
  }
  const { value } = (await source.get('config', {})) as { readonly value?: unknown }
  const config = receivedUdfConfigSchema.safeParse(value)
  // What is wrong with it is said where it is asked for first.
  if (!config.success) return []
  const found = config.data.supports_search ? await search(inquiry, source) : undefined
  const symbol = findSymbol(inquiry) ?? found
  if (symbol === undefined) return findings
  const resolutions = await describe(symbol, config.data, source)
  if (resolutions !== undefined) {
    await askUnknown(source)
    await askHistory(symbol, chooseResolution(resolutions), Math.floor(target.now / 1000), source)
  }
  return findings
}

function findSymbol({ widget }: Inquiry): string | undefined {
  const param = paramsOf(widget).find(({ paramName }) => paramName === 'symbol')?.value
  return [param, widget.data?.defaultSymbol].find((value): value is string => typeof value === 'string' && value !== '')
}

/** Searches for the chart's symbol, and gives the first one that is found. */
async function search(inquiry: Inquiry, { get, report }: Source): Promise<string | undefined> {
  const query = (findSymbol(inquiry) ?? '').replace(/^.*:/, '')
  const asked = await get('search', { query, limit: 30 })
  const { url } = asked
  if (asked.problem !== undefined) {
    report('warning', 'udf-search', url, asked.problem)
    return undefined
  }
  const { value } = asked
  if (!Array.isArray(value)) {
    report('warning', 'udf-search', url, `${show(value)} came`)
    return undefined
  }
  const bad: unknown = value.find((entry: unknown) => !isJsonObject(entry) || typeof entry['symbol'] !== 'string')
  if (bad !== undefined) report('warning', 'udf-search', url, `one entry has no "symbol": ${show(bad)}`)
  const first: unknown = value.find((entry: unknown) => isJsonObject(entry) && typeof entry['symbol'] === 'string')
  return isJsonObject(first) ? String(first['ticker'] ?? first['symbol']) : undefined
}

/** Asks what a symbol is; gives the resolutions it has. */
async function describe(
  symbol: string,
  config: UdfConfig,
  { get, report, reportStatus }: Source,
): Promise<readonly string[] | undefined> {
  const asked = await get('symbols', { symbol })
  const { url } = asked
  if (asked.problem !== undefined) {
    if (asked.status !== undefined && asked.status >= 400) reportStatus(url, asked.status)
    report('error', 'udf-symbol', url, asked.problem)
    return undefined
  }
  const { value } = asked
  if (isJsonObject(value) && value['s'] === 'error') {
    report('error', 'udf-symbol', url, `it says ${show(value['errmsg'])}`)
    return undefined
  }
  const read = receivedUdfSymbolSchema.safeParse(value)
  if (!read.success) {
    report('error', 'udf-symbol', url, `it has no "name", ${show(value)} came`)
    return undefined
  }
  const { timezone, supported_resolutions: own } = read.data
  if (!isZone(timezone)) report('warning', 'udf-symbol', url, `${show(timezone)} is no time zone`)
  return own.length > 0 ? own : config.supported_resolutions
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

async function askUnknown({ get, reportStatus }: Source): Promise<void> {
  const asked = await get('symbols', { symbol: 'DESKWRIGHT-NO-SUCH-SYMBOL' })
  if (asked.problem !== undefined && asked.status !== undefined && asked.status >= 400) {
    reportStatus(asked.url, asked.status)
  }
}

/** Days are what most sources have; else the longest bars. */
function chooseResolution(resolutions: readonly string[]): string {
  return resolutions.find((name) => /^1?D$/.test(name)) ?? resolutions.at(-1) ?? 'D'
}

async function askHistory(symbol: string, resolution: string, now: number, source: Source): Promise<void> {
  const { report } = source
  const length = toSeconds(resolution)
  const ask = async (from: number, to: number, more = {}) =>
    readBars(await source.get('history', { symbol, resolution, from, to, ...more }))
  let [from, to] = [now - span * length, now]
  let bars = await ask(from, to)
  if (bars.kind === 'none') {
    // The newest bars may be old.
    to = bars.nextTime === undefined ? now : bars.nextTime + length
    from = bars.nextTime === undefined ? 0 : to - span * length
    bars = await ask(from, to, bars.nextTime === undefined ? { countback: span } : {})
  }
  if (bars.kind === 'wrong') return report('error', 'udf-history', bars.url, bars.reason)
  if (bars.kind === 'none') return report('warning', 'udf-history', bars.url, 'the symbol of the chart has no bars')
  for (const { severity, code, reason } of judgeBars(bars, { from, to, length })) {
    report(severity, code, bars.url, reason)
  }
  await countBack(bars, { length, ask, report })
  const past = await ask(0, day)
  if (past.kind === 'wrong') report('warning', 'udf-no-data', past.url, past.reason)
  else if (past.kind === 'bars' && past.t.length === 0) report('warning', 'udf-no-data', past.url, 'empty lists came')
  else if (past.kind === 'bars' && past.t.every((time) => time > 2 * day)) {
    report('warning', 'udf-no-data', past.url, `bars from ${toDay(past.t[0])} on came`)
  }
}

type Ask = (from: number, to: number, more?: object) => Promise<ReturnType<typeof readBars>>

async function countBack(
  { t }: Bars,
  { length, ask, report }: { readonly length: number; readonly ask: Ask; readonly report: Source['report'] },
): Promise<void> {
  const last = t.at(-1)
  // Times that are no seconds have been reported.
  if (last === undefined || t.length < countback + 2 || last > 1e11) return
  const bars = await ask(last - 2 * length, last + length, { countback })
  if (bars.kind === 'bars' && bars.t.length < countback) {
    const reason = `${countback} were counted, ${bars.t.length} came`
    report('advice', 'udf-countback', bars.url, reason)
  }
}

function toDay(time = 0): string {
  return new Date(time > 1e11 ? time : time * 1000).toISOString().slice(0, 10)
}
