import { column, defineBackend, markdown, param, table } from 'deskwright'

const hello = markdown({
  name: 'Hello',
  description: 'A short text',
  endpoint: 'hello',
  load: () => '# Hello\n\nThis is **Markdown**.',
})

const rows = Array.from({ length: 10 }, (_, index) => ({
  date: `2026-01-${String(index + 5).padStart(2, '0')}`,
  symbol: 'AAPL',
  open: 180.25 + index,
  high: 184.5 + index,
  low: 179.75 + index,
  close: 182.4 + index,
  volume: 51_234_000 + index,
}))

const prices = {
  name: 'Daily prices',
  description: 'Open, high, low, close and volume, per day',
  category: 'Equity',
  columns: {
    date: column.date('Day', { chartDataType: 'time' }),
    symbol: column.text('Symbol'),
    open: column.number('Open', { decimalPlaces: 2 }),
    high: column.number('High', { decimalPlaces: 2 }),
    low: column.number('Low', { decimalPlaces: 2 }),
    close: column.number('Close', { decimalPlaces: 2, renderFn: 'greenRed' }),
    volume: column.integer('Volume'),
  },
  load: () => rows,
} as const

const params = table({
  name: 'Params',
  description: 'Five typed params, sent back',
  endpoint: 'params',
  params: {
    symbol: param.text('Symbol', { value: 'AAPL' }),
    count: param.number('Count', { value: 10 }),
    ratio: param.number('Ratio', { value: 0.5 }),
    adjusted: param.boolean('Adjusted', { value: true }),
    day: param.date('Day', { value: '2026-01-05' }),
  },
  columns: { name: column.text('Name'), value: column.text('Value') },
  load: (values) => Object.entries(values).map(([name, value]) => ({ name, value: String(value) })),
})

/** Twenty widgets in all, as a middling desk has. */
const others = Object.fromEntries(
  Array.from({ length: 17 }, (_, index) => [`prices_${index}`, table({ ...prices, name: `Daily prices ${index}` })]),
)

export default defineBackend({
  name: 'Bench',
  widgets: { hello, table: table({ ...prices, endpoint: 'table' }), params, ...others },
})
