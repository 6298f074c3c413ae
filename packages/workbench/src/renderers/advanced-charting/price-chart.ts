import type { IChartApi, ISeriesApi, Time, UTCTimestamp } from 'lightweight-charts'
import type { Ink } from '../chart/theme-layout.ts'
import type { Bar } from './bar.ts'
import type { ChartColors } from './chart-colors.ts'
import { createTimeFormat } from './time-format.ts'

/** Candles and volume on a canvas. */
export interface PriceChart {
  /** Shows bars in place of the ones before; the user's place in time stays. */
  show(bars: readonly Bar[]): void
  /** Prepares for another symbol: its steps of price, its zone, whether bars are shorter than a day. */
  prepare(prices: { readonly pricescale: number; readonly minmov: number }, timezone: string, intraday: boolean): void
  paint(ink: Ink, colors: ChartColors): void
  resize(width: number, height: number): void
  destroy(): void
}

/** Creates a chart in an element; tells when the user comes near the oldest bar. */
export async function createPriceChart(ground: HTMLElement, onNearOldest: () => void): Promise<PriceChart> {
  const { CandlestickSeries, HistogramSeries, createChart } = await import('lightweight-charts')
  const chart: IChartApi = createChart(ground, {
    width: ground.clientWidth,
    height: ground.clientHeight,
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, rightOffset: 4 },
  })
  const begun = afterFirstFrame()
  const candles: ISeriesApi<'Candlestick'> = chart.addSeries(CandlestickSeries)
  const volumes: ISeriesApi<'Histogram'> = chart.addSeries(HistogramSeries, {
    priceScaleId: '',
    priceFormat: { type: 'volume' },
    lastValueVisible: false,
    priceLineVisible: false,
  })
  volumes.priceScale().applyOptions({ scaleMargins: { top: 0.8, bottom: 0 } })
  candles.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: 0.24 } })
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    if (range !== null && shown.length > 0 && range.from < 40) onNearOldest()
  })

  let shown: readonly Bar[] = []
  let painted: ChartColors | undefined

  function draw(bars: readonly Bar[]): void {
    candles.setData(bars.map(({ volume: _volume, time, ...prices }) => ({ ...prices, time: time as UTCTimestamp })))
    volumes.setData(
      bars.flatMap(({ time, open, close, volume }) =>
        volume === undefined || painted?.showVolume === false
          ? []
          : [
              {
                time: time as Time,
                value: volume,
                color: (close < open ? painted?.volumeDownColor : painted?.volumeUpColor) ?? '',
              },
            ],
      ),
    )
  }

  return {
    show(bars) {
      const last = bars.at(-1)
      const first = shown.length === 0
      const keep = chart.timeScale().getVisibleLogicalRange()
      const added = shown.length > 0 ? bars.findIndex(({ time }) => time === shown[0]!.time) : 0
      shown = bars
      draw(bars)
      if (first && last !== undefined) {
        chart.timeScale().setVisibleLogicalRange({ from: bars.length - 140, to: bars.length + 4 })
      } else if (keep !== null && added > 0) {
        chart.timeScale().setVisibleLogicalRange({ from: keep.from + added, to: keep.to + added })
      }
    },
    prepare({ pricescale, minmov }, timezone, intraday) {
      shown = []
      draw([])
      const precision = Math.min(10, Math.max(0, Math.round(Math.log10(pricescale))))
      candles.applyOptions({ priceFormat: { type: 'price', precision, minMove: minmov / pricescale } })
      const { format, formatTick } = createTimeFormat(intraday ? timezone : 'UTC', intraday)
      chart.applyOptions({
        localization: { timeFormatter: (time: Time) => format(Number(time)) },
        timeScale: {
          timeVisible: intraday,
          tickMarkFormatter: (time: Time, kind: number) => formatTick(Number(time), kind),
        },
      })
    },
    paint(ink, colors) {
      chart.applyOptions({
        layout: {
          background: { color: 'transparent' },
          textColor: ink.muted,
          fontFamily: ink.font,
        },
        grid: { vertLines: { color: ink.grid }, horzLines: { color: ink.grid } },
        crosshair: {
          vertLine: { color: ink.muted, labelBackgroundColor: ink.line },
          horzLine: { color: ink.muted, labelBackgroundColor: ink.line },
        },
      })
      const { volumeUpColor: _up, volumeDownColor: _down, showVolume: _show, ...candle } = colors
      candles.applyOptions({ ...candle, borderVisible: true })
      painted = colors
      draw(shown)
    },
    resize: (width, height) => chart.resize(width, height),
    destroy: () => void begun.then(() => chart.remove()),
  }
}

/** Its canvases begin to watch their size in the first frame after they are made; removed before that, they throw in it. */
async function afterFirstFrame(): Promise<void> {
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
}
