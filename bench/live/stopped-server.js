// A live grid whose rows all change ten times a second. `weigh` on standard input has it tell what it holds.
import { createInterface } from 'node:readline'
import { column, defineBackend } from 'deskwright'
import { liveGrid, poll } from 'deskwright/live'
import { serve } from 'deskwright/node'
import { tickTime, toRow } from './shared.js'

const [port, rowCount] = process.argv.slice(2).map(Number)
let tick = 0
const load = () => Array.from({ length: rowCount }, (_, index) => toRow(index, tick))
const quotes = liveGrid({
  name: 'Quotes',
  columns: {
    id: column.text('Id'),
    tick: column.integer('Tick'),
    price: column.number('Price'),
    at: column.number('At'),
  },
  rowId: 'id',
  load,
  subscribe: (_params, { signal }) => {
    const next = () => {
      tick += 1
      return load()
    }
    return poll(next, tickTime, signal)
  },
})
await serve(defineBackend({ name: 'Bench', widgets: { quotes } }), { port })

createInterface(process.stdin).on('line', () => {
  globalThis.gc()
  const sockets = process._getActiveHandles().filter(({ remotePort }) => remotePort !== undefined)
  const waiting = sockets.reduce((sum, { writableLength }) => sum + writableLength, 0)
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  console.log(JSON.stringify({ waiting, memory: heapUsed + arrayBuffers, tick }))
})
console.log('listening')
