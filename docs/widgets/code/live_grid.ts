import { setTimeout as wait } from 'node:timers/promises'
import { column, defineBackend, param } from 'deskwright'
import { liveGrid } from 'deskwright/live'

const closes: Readonly<Record<string, number>> = { AAPL: 231.5, IBM: 254.25, MSFT: 428 }

const quotes = liveGrid({
  name: 'Quotes',
  description: 'Prices that move, made up',
  params: { symbols: param.text('Symbols', { value: ['AAPL', 'IBM', 'MSFT'], multiple: true }) },
  columns: { symbol: column.text('Symbol'), price: column.number('Price', { renderFn: 'showCellChange' }) },
  rowId: 'symbol',
  load: ({ symbols }) => symbols.map((symbol) => ({ symbol, price: closes[symbol] ?? 100 })),
  async *subscribe({ symbols }, { signal }) {
    for (let turn = 1; ; turn += 1) {
      await wait(500, undefined, { signal })
      const symbol = symbols[turn % symbols.length]!
      yield { symbol, price: (closes[symbol] ?? 100) + (turn % 5) * 0.25 }
    }
  },
})

export default defineBackend({ name: 'Live grid', widgets: { quotes } })
