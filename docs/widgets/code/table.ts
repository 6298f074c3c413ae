import { column, defineBackend, param, table } from 'deskwright'

const holdings = [
  { symbol: 'AAPL', sector: 'Technology', weight: 0.31, change: 0.012, trend: [3, 4, 4, 6, 7] },
  { symbol: 'MSFT', sector: 'Technology', weight: 0.27, change: -0.004, trend: [6, 7, 6, 5, 5] },
  { symbol: 'XOM', sector: 'Energy', weight: 0.22, change: 0.021, trend: [2, 2, 4, 5, 6] },
  { symbol: 'CVX', sector: 'Energy', weight: 0.2, change: -0.016, trend: [5, 4, 4, 3, 2] },
]

const portfolio = table({
  name: 'Portfolio',
  description: 'What the fund holds, by weight',
  params: { sector: param.text('Sector', { value: 'All', options: ['All', 'Technology', 'Energy'] }) },
  columns: {
    symbol: column.text('Symbol', { pinned: 'left' }),
    weight: column.normalizedPercent('Weight', { decimalPlaces: 0 }),
    change: column.normalizedPercent('Today', { renderFn: 'greenRed', decimalPlaces: 1 }),
    trend: column.sparkline('Five days', { type: 'area' }),
  },
  load: ({ sector }) => holdings.filter((row) => sector === 'All' || row.sector === sector),
})

export default defineBackend({ name: 'Table', widgets: { portfolio } })
