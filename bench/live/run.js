// `node bench/live/run.js [clients] [seconds]`: the same updates from our server and from FastAPI, one after the other, with the
// processor time of each server for a delivered message.
import { fork, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [clients, seconds] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 10)]
const ticks = seconds * 10
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const python = path('../.venv/bin/python')
const ticksPerSecond = 100 // of /proc, on every Linux

const servers = [
  { name: 'deskwright', port: 8540, start: (port) => spawn(process.execPath, [path('ours.js'), port]) },
  { name: 'FastAPI', port: 8541, start: (port) => startPeer('plain', port) },
  { name: 'FastAPI, written once', port: 8542, start: (port) => startPeer('shared', port) },
]

function startPeer(kind, port) {
  return spawn(python, [path('peer.py'), port], { env: { ...process.env, PEER: kind } })
}

/** Processor time and memory of a process: seconds and megabytes. */
function look(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, megabytes: Number(memory[1]) / 1024 }
}

async function until(url) {
  for (;;) {
    try {
      return await fetch(`${url}/widgets/begin?ticks=0`)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const results = []
for (const { name, port, start } of servers) {
  if (name !== 'deskwright' && !existsSync(python)) continue
  const server = start(String(port))
  server.stderr.pipe(process.stderr)
  try {
    const url = `http://127.0.0.1:${port}`
    await until(url)
    const load = fork(path('clients.js'), [url, String(clients), String(ticks)])
    await new Promise((resolve) => load.once('message', resolve))
    const before = look(server.pid)
    load.send('begin')
    const got = await new Promise((resolve) => load.once('message', resolve))
    const after = look(server.pid)
    await new Promise((resolve) => load.once('exit', resolve))
    const cpu = after.cpu - before.cpu
    results.push({ server: name, ...got, cpu, 'µs/message': (cpu / got.messages) * 1e6, MB: after.megabytes })
  } finally {
    server.kill('SIGKILL') // uvicorn waits for sockets whose clients have gone
  }
}

const [ours] = results
for (const result of results) {
  result['ours better'] = (result['µs/message'] / ours['µs/message']).toFixed(1)
  result['µs/message'] = result['µs/message'].toFixed(1)
  result.cpu = result.cpu.toFixed(2)
  result.MB = Math.round(result.MB)
}
console.table(results)
