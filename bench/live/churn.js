// `node bench/live/churn.js [times]`: connects and disconnects ten thousand times, half of them in the middle of the handshake's answer or of
// the first rows, and tells what is left of it in the server.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const times = Number(process.argv[2] ?? 10_000)
const port = 8544
const server = spawn(process.execPath, [fileURLToPath(new URL('ours.js', import.meta.url)), String(port)])
const look = () => ({
  MB: Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024),
  descriptors: readdirSync(`/proc/${server.pid}/fd`).length,
})

async function come(index) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/widgets/quotes/live`, { perMessageDeflate: false })
  socket.on('error', () => {})
  await once(socket, index % 4 === 0 ? 'upgrade' : 'open')
  if (index % 2 === 0) return socket.terminate()
  socket.send('{"type":"params","params":{}}')
  await once(socket, 'message')
  if (index % 3 === 0) return socket.terminate()
  socket.close()
  await once(socket, 'close')
}

try {
  await once(server.stdout, 'data')
  const results = [{ times: 0, ...look() }]
  for (let at = 0; at < times; at += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => come(at + index)))
    if ((at + 100) % (times / 5) === 0) results.push({ times: at + 100, ...look() })
  }
  await wait(6000) // the subscription's grace
  results.push({ times, ...look() })
  console.table(results)
} finally {
  server.kill()
}
