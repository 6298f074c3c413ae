// `npm run bench`: our answers beside those of FastAPI and bare node:http, in turns on the same machine; then start and memory.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build, install, npm, root } from '../scripts/setup.js'
import { setUpPeer } from './peer/set-up.js'
import { summarize } from './report.js'
import { bench, deskwright, recording, servers, start } from './servers.js'

const paths = [
  '/hello',
  '/table',
  '/params?symbol=AAPL&count=10&ratio=0.5&adjusted=true&day=2026-01-05',
  '/widgets.json',
]
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3)
const firstPort = 8310
const hello = (port) => deskwright(join(bench, '.build/hello/backend.js'), port)

prepare()
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; 32 connections, ${rounds} rounds of ${seconds} s in turns\n`,
)
console.log(summarize(await measureThroughput()))
console.log(
  `\ncold start to the first /widgets.json, median of 10: ${(await coldStart(10)).toFixed(0)} ms (target below 250)`,
)
console.log(`idle memory after 5 s: ${await idleMemory()} (target below 80 MB)`)

/** Compiles our two backends to JavaScript, as deployed ones would be, and sets up the peer when Python is there. */
function prepare() {
  if (install() !== 0 || build() !== 0) process.exit(1)
  compile('bench/ours/backend.ts', 'ours')
  compile('examples/hello/backend.ts', 'hello')
  setUpPeer()
}

function compile(entry, name) {
  const options = [
    '--ignoreConfig',
    '--outDir',
    join(bench, '.build', name),
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ]
  if (npm('exec', '--offline', '--', 'tsc', entry, ...options, '--skipLibCheck') !== 0) process.exit(1)
}

/** Asks every server for every path in turns, after one short round to warm up. */
async function measureThroughput() {
  const [ours, ...others] = servers()
  const running = [{ name: ours.name, ...(await start(ours.command, firstPort)) }]
  try {
    await record(running[0].url)
    for (const [index, { name, command }] of others.entries()) {
      running.push({ name, ...(await start(command, firstPort + 1 + index)) })
    }
    const results = []
    for (let round = 0; round <= rounds; round += 1) {
      process.stderr.write(round === 0 ? 'warming up' : `, round ${round}`)
      for (const path of paths) {
        for (const { name, url } of running) {
          const result = load(`${url}${path}`, round === 0 ? 1 : seconds)
          if (round > 0) results.push({ name, path, ...result })
        }
      }
    }
    process.stderr.write('\n')
    return results
  } finally {
    await Promise.all(running.map(({ stop }) => stop()))
  }
}

function load(url, duration) {
  return JSON.parse(execFileSync(process.execPath, [join(bench, 'load.js'), url, String(duration)], { cwd: root }))
}

/** Keeps what ours answers a browser, without what node:http writes by itself. */
async function record(url) {
  const recorded = {}
  for (const path of paths) {
    const response = await fetch(`${url}${path}`, { headers: { origin: 'https://pro.openbb.co' } })
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.has(name)))
    recorded[new URL(response.url).pathname] = { headers, body: await response.text() }
  }
  writeFileSync(recording, JSON.stringify(recorded))
}

async function coldStart(times) {
  const measured = []
  for (let time = 0; time < times; time += 1) {
    const server = await start(hello, firstPort + 5)
    measured.push(server.milliseconds)
    await server.stop()
  }
  return measured.sort((a, b) => a - b)[times >> 1]
}

async function idleMemory() {
  if (process.platform === 'win32') return 'not measured on Windows'
  const { child, stop } = await start(hello, firstPort + 6)
  await wait(5000)
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }))
  await stop()
  return `${(kilobytes / 1024).toFixed(0)} MB`
}
