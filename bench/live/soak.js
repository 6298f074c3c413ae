// `node bench/live/soak.js [clients] [minutes]`: our server's memory while many clients are sent ten messages a second, and what a client
// costs that stops reading for a minute.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const [clients, minutes] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 10)]
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const port = 8543
const url = `http://127.0.0.1:${port}`
const most = Math.round(minutes * 600)

const server = spawn(process.execPath, ['--expose-gc', path('ours.js'), String(port)])
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024
try {
  await once(server.stdout, 'data')
  const load = fork(path('clients.js'), [url, String(clients), String(most)])
  await once(load, 'message')
  load.send('begin')
  const slow = new WebSocket(`ws://127.0.0.1:${port}/widgets/quotes/live`, { perMessageDeflate: false })
  await once(slow, 'open')
  slow.send('{"type":"params","params":{}}')
  await once(slow, 'message')

  const samples = []
  const ended = once(load, 'message')
  const tick = () => Promise.race([ended, wait(1000, 'go on')])
  for (let second = 0; (await tick()) === 'go on'; second += 1) {
    samples.push(memory())
    if (second === 20) slow.pause()
    if (second === 80) {
      const before = performance.now()
      slow.resume()
      let last = 0
      const current = new Promise((resolve) => {
        slow.on('message', (data) => {
          last = JSON.parse(data).at(-1).at
          if (performance.timeOrigin + performance.now() - last < 150) resolve()
        })
      })
      await current
      console.log(
        `the client that had stopped for a minute was current after ${Math.round(performance.now() - before)} ms`,
      )
    }
    if (second % 10 === 0) console.log(`${second} s: ${samples.at(-1).toFixed(1)} MB`)
  }
  console.log(await ended)
  const half = samples.slice(10)
  console.log(`memory from ${Math.min(...half).toFixed(1)} to ${Math.max(...half).toFixed(1)} MB`)
  slow.terminate()
} finally {
  server.kill()
}
