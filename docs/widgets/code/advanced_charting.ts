import { defineBackend, tradingChart } from 'deskwright'

// 500 days, made up; a table of bars is `from: db.table('days')` with the tradingChart of deskwright/sql.
const closeOf = (day: number) => 100 + day / 8 + Math.abs((day % 90) - 45) / 2 + ((day * 7) % 5)

const bars = Array.from({ length: 500 }, (_, day) => {
  const [time, open, close] = [Date.UTC(2025, 0, 1 + day) / 1000, closeOf(day - 1), closeOf(day)]
  const volume = 900 + ((day * 37) % 400)
  return { time, open, high: Math.max(open, close) + 1, low: Math.min(open, close) - 1, close, volume }
})

const prices = tradingChart({
  name: 'Prices',
  description: 'A share by the day, made up',
  symbols: [{ name: 'ACME', description: 'Acme Corporation', exchange: 'TEST' }],
  defaultSymbol: 'ACME',
  history: ({ from, to }) => bars.filter(({ time }) => time >= from && time < to),
})

export default defineBackend({ name: 'Trading chart', widgets: { prices } })
