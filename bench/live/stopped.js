// `node bench/live/stopped.js [seconds] [rows]`: one client that stops reading, alone. Tells what waits for it: in our process's streams,
// in the system's buffers of our end and of the client's, and in our memory; then how long it takes to be current again. Needs Linux.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const [seconds, rows] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 1000)]
const port = 8545
const file = fileURLToPath(new URL('stopped-server.js', import.meta.url))
const server = spawn(process.execPath, ['--expose-gc', file, String(port), String(rows)])
const lines = createInterface(server.stdout)

/** Bytes that the system holds: those we sent, and those that came to the client. */
function inSystem() {
  const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const open = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === '01')
  const [ours, theirs] = [1, 2].map((end) => open.find((parts) => parts[end]?.endsWith(hex))?.[4] ?? '0:0')
  const toBytes = (text) => Number.parseInt(text, 16)
  return { sent: toBytes(ours.split(':')[0]), received: toBytes(theirs.split(':')[1]) }
}

/** What our process holds: bytes that wait in its streams, and its heap and buffers after a collection. */
async function inProcess() {
  server.stdin.write('weigh\n')
  const [line] = await once(lines, 'line')
  return JSON.parse(line)
}

try {
  await once(lines, 'line')
  const socket = new WebSocket(`ws://127.0.0.1:${port}/widgets/quotes/live`, { perMessageDeflate: false })
  await once(socket, 'open')
  socket.send('{"type":"params","params":{}}')
  await once(socket, 'message')
  await wait(3000)
  const results = []
  const weigh = async (state) => {
    const { waiting, memory, tick } = await inProcess()
    const { sent, received } = inSystem()
    const kB = (bytes) => Math.round(bytes / 1024)
    results.push({
      state,
      tick,
      'in our streams, kB': kB(waiting),
      'in our heap, kB': kB(memory),
      'sent, kB': kB(sent),
      'received, kB': kB(received),
    })
  }
  await weigh('reads')
  socket.pause()
  for (let part = 1; part <= 4; part += 1) {
    await wait((seconds * 1000) / 4)
    await weigh(`stopped for ${(seconds * part) / 4} s`)
  }
  const resumed = performance.now()
  const isNew = (data) => performance.timeOrigin + performance.now() - JSON.parse(data).at(-1).at < 150
  const current = new Promise((resolve) => socket.on('message', (data) => isNew(data) && resolve()))
  socket.resume()
  await current
  console.table(results)
  console.log(`current ${Math.round(performance.now() - resumed)} ms after it read again`)
  socket.terminate()
} finally {
  server.kill()
}
