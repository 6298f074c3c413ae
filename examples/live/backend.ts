import { cpus } from 'node:os'
import { app, column, defineBackend, param } from 'deskwright'
import { liveGrid, poll } from 'deskwright/live'
import { symbols, toQuote, trade } from './market.ts'

const watched = param.text('Symbols', {
  value: [...symbols],
  multiSelect: true,
  options: symbols.map((symbol) => ({ label: symbol, value: symbol })),
})

const quotes = liveGrid({
  name: 'Quotes',
  description: 'The last price of some shares, as they trade',
  params: { symbols: watched },
  columns: {
    symbol: column.text('Symbol'),
    price: column.number('Price', { decimalPlaces: 2, renderFn: 'showCellChange', colorValueKey: 'change' }),
    change: column.normalizedPercent('Change', { decimalPlaces: 2, renderFn: 'greenRed' }),
  },
  rowId: 'symbol',
  load: ({ symbols }) => symbols.map(toQuote),
  subscribe: async function* ({ symbols }, { signal }) {
    for await (const quote of trade(signal)) if (symbols.includes(quote.symbol)) yield quote
  },
})

const readCores = () =>
  cpus().map(({ speed, times }, core) => {
    const total = Object.values(times).reduce((sum, time) => sum + time)
    return { core, speed, busy: 1 - times.idle / total }
  })

const cores = liveGrid({
  name: 'Processor',
  description: 'What the cores of the machine have done, once a second',
  columns: {
    core: column.integer('Core'),
    speed: column.integer('MHz'),
    busy: column.normalizedPercent('Busy since start', { decimalPlaces: 3, renderFn: 'showCellChange' }),
  },
  rowId: 'core',
  load: readCores,
  subscribe: (_params, { signal }) => poll(readCores, 1000, signal),
})

const desk = app({ name: 'Live', tabs: { Market: [[quotes, cores]] } })

export default defineBackend({ name: 'Live', widgets: { quotes, cores }, apps: [desk] })
