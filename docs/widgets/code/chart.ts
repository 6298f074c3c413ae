import { chart, column, defineBackend } from 'deskwright'

const closes = {
  AAPL: [226, 231, 238, 235, 244, 251],
  IBM: [254, 249, 252, 260, 258, 263],
}

const performance = chart({
  name: 'Closing prices',
  description: 'The last price of each month, in dollars',
  x: 'month',
  y: 'close',
  by: 'symbol',
  columns: { close: column.number('Close', { prefix: '$' }) },
  load: () =>
    Object.entries(closes).flatMap(([symbol, prices]) =>
      prices.map((close, index) => ({ month: `2026-0${index + 1}`, symbol, close })),
    ),
})

export default defineBackend({ name: 'Chart', widgets: { performance } })
