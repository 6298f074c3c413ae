import { isDay } from '../axis.ts'
import { usualPrices, type CandlestickDrawing } from '../drawing.ts'
import type { Drawn, Sheet } from '../sheet.ts'

/** Draws the four prices of each period. A period that lacks one is left out. */
export function drawCandlesticks({ x, ohlc = usualPrices }: CandlestickDrawing, sheet: Sheet): Drawn {
  const places = sheet.places(x)
  const prices = Object.entries(ohlc).map(([price, name]) => [price, sheet.numbers(name)] as const)
  const rows = places.values
    .map((_, row) => row)
    .filter((row) => places.values[row] !== null && prices.every(([, values]) => values[row] !== null))
  const shown = rows.map((row) => places.values[row]!)
  const { rising, falling } = sheet.colors
  const trace = {
    type: 'candlestick',
    name: sheet.title(ohlc.close),
    x: shown,
    ...Object.fromEntries(prices.map(([price, values]) => [price, rows.map((row) => values[row]!)])),
    increasing: { line: { color: rising, width: 1 }, fillcolor: rising },
    decreasing: { line: { color: falling, width: 1 }, fillcolor: falling },
  }
  const axis = sheet.axis(x, { kind: places.kind, places: places.values })
  return {
    data: rows.length > 0 ? [trace] : [],
    layout: {
      xaxis: { ...axis, rangeslider: { visible: false }, ...(restsAtWeekends(shown) && { rangebreaks: [weekend] }) },
      yaxis: sheet.valueAxis([ohlc.close]),
      hovermode: 'x unified',
    },
  }
}

const weekend = { bounds: ['sat', 'mon'] }

/** Whether days of trade are drawn, so that weekends would be gaps. */
function restsAtWeekends(places: readonly (string | number)[]): boolean {
  return places.length > 1 && places.every((place) => isDay(place) && ![0, 6].includes(new Date(place).getUTCDay()))
}
