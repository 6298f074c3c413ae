import type { UdfConfig, UdfSearchResult, UdfSymbol } from 'deskwright/spec'
import { isJsonObject, nameKind, type JsonObject } from '../chart/json-object.ts'
import type { RenderContext } from '../renderer.ts'
import type { BarRequest } from './bar-history.ts'
import { readBars, type BarsReading } from './read-bars.ts'

/** A datafeed of the UDF protocol, asked through the connection. */
export interface Datafeed {
  config(signal: AbortSignal): Promise<UdfConfig>
  symbol(symbol: string, signal: AbortSignal): Promise<UdfSymbol>
  search(query: string, signal: AbortSignal): Promise<readonly UdfSearchResult[]>
  bars(symbol: string, resolution: string, request: BarRequest, signal: AbortSignal): Promise<BarsReading>
  /** How many seconds the backend's clock is ahead of this one. */
  clockOffset(signal: AbortSignal): Promise<number>
}

/** What a datafeed said instead of an answer. */
export class DatafeedFailure extends Error {}

/** Asks the datafeed below an endpoint. All functions throw `DatafeedFailure`, with the backend's own words where it has some. */
export function createDatafeed(endpoint: string, context: Pick<RenderContext, 'request'>): Datafeed {
  const root = endpoint.replace(/\/+$/, '')

  async function ask(path: string, query: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<unknown> {
    const response = await context.request(`${root}/${path}`, { query, signal }).catch((error: unknown) => {
      signal.throwIfAborted()
      throw new DatafeedFailure(
        `/${path} could not be asked: ${error instanceof Error ? error.message : String(error)}`,
      )
    })
    const text = await response.text()
    const answer = parse(text)
    if (!response.ok) {
      const reason = isJsonObject(answer)
        ? (answer['detail'] ?? answer['message'] ?? answer['error'] ?? answer['errmsg'])
        : undefined
      throw new DatafeedFailure(`/${path} answered ${response.status}: ${toText(reason ?? response.statusText)}`)
    }
    if (answer === undefined) throw new DatafeedFailure(`/${path} answered no JSON: ${text.slice(0, 80)}`)
    return answer
  }

  async function askObject(
    path: string,
    query: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<JsonObject> {
    const answer = await ask(path, query, signal)
    if (!isJsonObject(answer)) throw new DatafeedFailure(`/${path} answered ${nameKind(answer)}, not an object.`)
    if (answer['s'] === 'error')
      throw new DatafeedFailure(toText(answer['errmsg'] ?? `/${path} gives no reason (errmsg).`))
    return answer
  }

  return {
    async config(signal) {
      return toConfig(await askObject('config', {}, signal))
    },
    async symbol(symbol, signal) {
      return toSymbol(await askObject('symbols', { symbol }, signal), symbol)
    },
    async search(query, signal) {
      const answer = await ask('search', { query, limit: 30, type: '', exchange: '' }, signal)
      if (!Array.isArray(answer)) throw new DatafeedFailure(`/search answered ${nameKind(answer)}, not an array.`)
      return answer.filter(isJsonObject).map(toSearchResult)
    },
    async bars(symbol, resolution, { from, to, countback }, signal) {
      return readBars(await ask('history', { symbol, resolution, from, to, countback }, signal))
    },
    async clockOffset(signal) {
      const seconds = Number(await ask('time', {}, signal))
      if (!Number.isFinite(seconds)) throw new DatafeedFailure('/time answered no Unix seconds.')
      return seconds - Date.now() / 1000
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function toText(value: unknown, otherwise = ''): string {
  if (value === undefined || value === null) return otherwise
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map((entry) => toText(entry)) : []
}

function toConfig(config: JsonObject): UdfConfig {
  return {
    supported_resolutions: toTexts(config['supported_resolutions']),
    supports_search: config['supports_search'] === true,
    supports_group_request: config['supports_group_request'] === true,
    supports_marks: config['supports_marks'] === true,
    supports_timescale_marks: config['supports_timescale_marks'] === true,
    supports_time: config['supports_time'] === true,
  }
}

function toPositive(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : otherwise
}

function toSymbol(symbol: JsonObject, asked: string): UdfSymbol {
  const name = toText(symbol['name'], asked)
  return {
    name,
    ticker: toText(symbol['ticker'], name),
    description: toText(symbol['description']),
    type: toText(symbol['type']),
    exchange: toText(symbol['exchange']),
    timezone: toText(symbol['timezone'], 'Etc/UTC'),
    session: toText(symbol['session'] ?? symbol['session-regular'], '24x7'),
    minmov: toPositive(symbol['minmov'], 1),
    pricescale: toPositive(symbol['pricescale'], 100),
    supported_resolutions: toTexts(symbol['supported_resolutions']),
    ...(typeof symbol['currency_code'] === 'string' && { currency_code: symbol['currency_code'] }),
  }
}

function toSearchResult(found: JsonObject): UdfSearchResult {
  const symbol = toText(found['symbol'])
  return {
    symbol,
    full_name: toText(found['full_name'], symbol),
    description: toText(found['description']),
    exchange: toText(found['exchange']),
    ticker: toText(found['ticker'], toText(found['full_name'], symbol)),
    type: toText(found['type']),
  }
}
