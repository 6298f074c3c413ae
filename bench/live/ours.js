// Our server: one live grid. `/widgets/begin` starts the ticks.
import { EventEmitter } from 'node:events'
import { column, defineBackend, param, table } from 'deskwright'
import { fromEvents, liveGrid } from 'deskwright/live'
import { serve } from 'deskwright/node'
import { rowCount, tickTime, toChanges, toRow } from './shared.js'

const ticks = new EventEmitter().setMaxListeners(0)

const quotes = liveGrid({
  name: 'Quotes',
  columns: {
    id: column.text('Id'),
    tick: column.integer('Tick'),
    price: column.number('Price'),
    at: column.number('At'),
  },
  rowId: 'id',
  messagesPerSecond: 20,
  load: () => Array.from({ length: rowCount }, (_, index) => toRow(index, 0)),
  subscribe: (_params, { signal }) => fromEvents(ticks, 'tick', (rows) => rows, signal),
})

const begin = table({
  name: 'Begin',
  params: { ticks: param.number('Ticks', { value: 10 }) },
  load: ({ ticks: most }) => {
    const start = performance.now()
    const run = (tick) => {
      if (tick > most) return
      ticks.emit('tick', toChanges(tick))
      setTimeout(run, start + (tick + 1) * tickTime - performance.now(), tick + 1)
    }
    setTimeout(run, tickTime, 1)
    return []
  },
})

await serve(defineBackend({ name: 'Bench', widgets: { quotes, begin } }), { port: Number(process.argv[2]) })
console.log('listening')
