import type { UdfSymbol } from 'deskwright/spec'
import { h, render } from 'preact'
import { readInk } from '../chart/read-ink.ts'
import type { Mounted, RenderContext, Renderer } from '../renderer.ts'
import { toChartColors } from './chart-colors.ts'
import { createBarFeed, type BarFeed } from './create-bar-feed.ts'
import { createDatafeed, DatafeedFailure } from './datafeed.ts'
import { createPriceChart, type PriceChart } from './price-chart.ts'
import { toSeconds } from './resolution.ts'
import { TradingBar } from './trading-bar.tsx'
import './advanced-charting.css'

/** Draws a datafeed of the UDF protocol: candles and volume. */
export const renderer: Renderer = {
  fidelity: 'stand-in',
  differs:
    'Candles and volume on Lightweight Charts, asked of the datafeed as TradingView’s library asks it: paging, search, resolutions, polling. No drawing tools, studies, comparisons or marks.',
  loadsItself: true,
  mount: (element, _data, context) => mountTradingChart(element, context),
}

const usualUpdateFrequency = 60_000
const fastestUpdateFrequency = 100

function mountTradingChart(element: HTMLElement, first: RenderContext): Mounted {
  const create = (className: string) => Object.assign(document.createElement('div'), { className })
  const [root, bar, ground, state] = [create('trading'), create(''), create('trading-ground'), create('trading-state')]
  root.append(bar, ground, state)
  state.role = 'status'
  element.replaceChildren(root)

  let context = first
  const settings = (first.widget.data ?? {}) as Readonly<Record<string, unknown>>
  const datafeed = createDatafeed(first.widget.endpoint, { request: (...given) => context.request(...given) })
  const controller = new AbortController()
  let opening = new AbortController()
  let chart: PriceChart | undefined
  let feed: BarFeed | undefined
  let clockOffset = 0
  let known: readonly string[] = []
  let canSearch = false
  let resolution = ''
  let symbol: UdfSymbol | undefined
  let wanted = toWantedSymbol(first) ?? ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (text: string, failed = false) => {
    state.textContent = text
    state.toggleAttribute('data-failed', failed)
  }
  const fail = (error: unknown, signal: AbortSignal) => {
    if (signal.aborted) return
    const message = error instanceof Error ? error.message : String(error)
    tell(message, true)
    context.report({ severity: 'error', message })
    if (!(error instanceof DatafeedFailure)) throw error
  }

  function drawBar(): void {
    const resolutions = symbol?.supported_resolutions.length ? symbol.supported_resolutions : known
    const props = {
      symbol: symbol ?? toUnknownSymbol(wanted),
      resolutions,
      resolution,
      canSearch,
      search: async (query: string, signal: AbortSignal) => await datafeed.search(query, signal),
      onSymbol: choose,
      onResolution: (next: string) => {
        resolution = next
        openBars()
      },
    }
    render(h(TradingBar, props), bar)
  }

  function paint(): void {
    const style = getComputedStyle(root)
    const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
    const config = typeof settings['chartConfig'] === 'object' ? { ...settings['chartConfig'] } : {}
    const isColor = (text: string) =>
      CSS.supports('color', text) && !/var\(|current|inherit|initial|unset|revert/i.test(text)
    chart?.paint(
      readInk(root),
      toChartColors(config, read('--positive', '#26a69a'), read('--negative', '#ef5350'), isColor),
    )
  }

  function choose(next: string): void {
    if (next === '' || next === wanted) return
    wanted = next
    if ('symbol' in context.values) context.setValues({ symbol: next })
    void openSymbol()
  }

  async function openSymbol(): Promise<void> {
    opening.abort()
    opening = new AbortController()
    const { signal } = opening
    feed?.stop()
    symbol = undefined
    drawBar()
    if (wanted === '') return tell('Choose a symbol.')
    tell(`Loading ${wanted} …`)
    try {
      symbol = await datafeed.symbol(wanted, signal)
    } catch (error) {
      chart?.prepare({ pricescale: 100, minmov: 1 }, 'UTC', false)
      return fail(error, signal)
    }
    if (signal.aborted) return
    const able = symbol.supported_resolutions.length > 0 ? symbol.supported_resolutions : known
    if (!able.includes(resolution)) resolution = able.find((each) => /^1?D$/.test(each)) ?? able[0] ?? 'D'
    openBars()
  }

  function openBars(): void {
    feed?.stop()
    clearTimeout(timer)
    drawBar()
    if (symbol === undefined || chart === undefined) return
    const step = toSeconds(resolution)
    if (step === undefined) return fail(new DatafeedFailure(`${resolution} is no resolution.`), controller.signal)
    chart.prepare(symbol, symbol.timezone, step < 86_400)
    const drawing = chart
    let count = 0
    const own = createBarFeed(
      datafeed,
      { symbol: symbol.ticker ?? symbol.name, resolution, step, now: () => Date.now() / 1000 + clockOffset },
      {
        onBars(bars) {
          count = bars.length
          drawing.show(bars)
        },
        onState({ failure, loading, complete }) {
          if (failure !== undefined) tell(failure, true)
          else tell(loading && count === 0 ? 'Loading bars …' : complete && count === 0 ? 'No data' : '')
        },
        report: (problem) => context.report(problem),
      },
    )
    feed = own
    const frequency = Number(settings['updateFrequency'])
    const pause = Math.max(
      fastestUpdateFrequency,
      Number.isFinite(frequency) && frequency > 0 ? frequency : usualUpdateFrequency,
    )
    const isCurrent = () => feed === own && !controller.signal.aborted
    const follow = async (): Promise<void> => {
      if (!document.hidden) await own.loadNewer()
      if (isCurrent()) timer = setTimeout(() => void follow(), pause)
    }
    const begin = async (): Promise<void> => {
      await own.loadOlder()
      if (isCurrent()) timer = setTimeout(() => void follow(), pause)
    }
    void begin()
  }

  async function start(): Promise<void> {
    const { signal } = controller
    tell('Loading …')
    try {
      const [config, created] = await Promise.all([
        datafeed.config(signal),
        createPriceChart(ground, () => void feed?.loadOlder()),
      ])
      if (signal.aborted) return created.destroy()
      chart = created
      known = config.supported_resolutions
      canSearch = config.supports_search
      paint()
      if (config.supports_time) clockOffset = await datafeed.clockOffset(signal)
      if (!signal.aborted) await openSymbol()
    } catch (error) {
      fail(error, signal)
    }
  }
  void start()

  return {
    update(_data, next) {
      context = next
      requestAnimationFrame(paint)
      const symbolOfGroup = toWantedSymbol(next)
      if (symbolOfGroup === undefined || symbolOfGroup === wanted) return
      wanted = symbolOfGroup
      if (chart !== undefined) void openSymbol()
    },
    resize: () => chart?.resize(ground.clientWidth, ground.clientHeight),
    destroy() {
      controller.abort()
      opening.abort()
      feed?.stop()
      clearTimeout(timer)
      render(null, bar)
      chart?.destroy()
      chart = undefined
      root.remove()
    },
  }
}

/** The symbol of the widget's group, else the widget's own first one. */
function toWantedSymbol({ values, widget }: RenderContext): string | undefined {
  const { symbol } = values
  if (typeof symbol === 'string' && symbol !== '') return symbol
  return widget.data?.defaultSymbol
}

function toUnknownSymbol(name: string): UdfSymbol {
  return {
    name,
    ticker: name,
    description: '',
    type: '',
    exchange: '',
    timezone: 'UTC',
    session: '24x7',
    minmov: 1,
    pricescale: 100,
    supported_resolutions: [],
  }
}
