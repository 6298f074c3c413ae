// Opens sockets as live grids do, and tells what they got. Prints one line of JSON.
import { WebSocket } from 'ws'
import { now, rowCount, tickTime, toLastTick } from './shared.js'

const [url, count, ticks] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const delays = new Float64Array(count * ticks * 2)
let messages = 0
let measured = 0

const open = () =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/widgets/quotes/live`, { perMessageDeflate: false })
    const rows = new Map()
    socket.on('open', () => socket.send('{"type":"params","params":{}}'))
    socket.on('error', reject)
    socket.on('message', (data) => {
      const changed = [JSON.parse(data)].flat()
      if (changed.length < rowCount) {
        messages += 1
        delays[measured++] = now() - changed.at(-1).at
      }
      for (const row of changed) rows.set(row.id, row.tick)
      resolve({ socket, rows })
    })
  })

const clients = []
for (let at = 0; at < count; at += 50) {
  clients.push(...(await Promise.all(Array.from({ length: Math.min(50, count - at) }, open))))
}
process.send('open')
await new Promise((resolve) => process.once('message', resolve))
await fetch(`${url}/widgets/begin?ticks=${ticks}`)
await new Promise((resolve) => setTimeout(resolve, ticks * tickTime))

// The last messages are on their way; a server that lags behind has ten seconds.
const expected = Array.from({ length: rowCount }, (_, index) => toLastTick(index, ticks))
const isCurrent = ({ rows }) => expected.every((tick, index) => rows.get(`R${index}`) === tick)
for (let wait = 0; wait < 100 && !clients.every(isCurrent); wait += 1) {
  await new Promise((resolve) => setTimeout(resolve, 100))
}
const sorted = delays.subarray(0, measured).sort()
const at = (share) => Math.round(sorted[Math.min(measured - 1, Math.floor(measured * share))] * 10) / 10
process.send({ messages, current: clients.filter(isCurrent).length, p50: at(0.5), p99: at(0.99), most: at(1) })
for (const { socket } of clients) socket.terminate()
process.disconnect()
