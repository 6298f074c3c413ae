// `node bench/rows/run.js [runs]`: rows of a query from end to end, beside what FastAPI users write; then memory, and the writer
// beside DuckDB's own JSON export. One client, one request at a time, the servers in turns.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { build } from '../../scripts/setup.js'
import { setUpPeer } from '../peer/set-up.js'
import { bench, deskwright, python, start } from '../servers.js'
import { makeData } from '../ssrm/data.js'
import { query, sizes } from './query.js'

const runs = Number(process.argv[2] ?? 11)
const port = 8330

if (build() !== 0) process.exit(1)
const peerIsThere = setUpPeer()
process.env['BENCH_FILE'] = (await makeData(1_000_000)).file
process.env['BENCH_QUERY'] = query('{rows}')

const ours = { command: (at) => deskwright(join(bench, 'rows/backend.js'), at), path: (rows) => `/rows/${rows}` }
const uvicorn =
  '-m uvicorn peer:app --app-dir rows --workers 1 --loop uvloop --http httptools --no-access-log --log-level error'
const peer = (path, target) => ({
  command: (at) => [python, ...uvicorn.split(' '), '--port', at],
  path: (rows) => `/${path}/${rows}`,
  probe: `/${path}/100`,
  target,
})
const servers = {
  deskwright: { ...ours, probe: '/widgets.json' },
  ...(peerIsThere && {
    FastAPI: peer('returned', 20),
    'FastAPI, ORJSON': peer('returned-orjson', 8),
    'FastAPI, JSONResponse made by hand': peer('json-response'),
    'FastAPI, ORJSONResponse made by hand': peer('orjson-response'),
  }),
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${runs} runs, medians in ms\n`)
await measureTimes()
await measureMemory()
await measureWriter()

async function measureTimes() {
  const running = {}
  for (const [index, [name, { command, probe }]] of Object.entries(servers).entries()) {
    running[name] = await start(command, port + index, probe)
  }
  const lines = []
  for (const rows of sizes) {
    const times = Object.fromEntries(Object.keys(servers).map((name) => [name, []]))
    const bodies = {}
    for (let run = 0; run <= runs; run += 1) {
      for (const [name, { path }] of Object.entries(servers)) {
        const startedAt = performance.now()
        const response = await fetch(`${running[name].url}${path(rows)}`, {
          headers: { 'accept-encoding': 'identity' },
        })
        const body = await response.arrayBuffer()
        if (response.status !== 200) throw new Error(`${name}: ${new TextDecoder().decode(body)}`)
        if (run > 0) times[name].push(performance.now() - startedAt)
        bodies[name] ??= new TextDecoder().decode(body)
      }
    }
    check(bodies)
    for (const [name, { target }] of Object.entries(servers)) {
      const milliseconds = median(times[name])
      lines.push({
        rows,
        server: name,
        ms: milliseconds.toFixed(1),
        'this ÷ ours': name === 'deskwright' ? '' : (milliseconds / median(times.deskwright)).toFixed(1),
        target: rows >= 10_000 && target !== undefined ? `≥ ${target}` : '',
      })
    }
  }
  console.table(lines)
  await Promise.all(Object.values(running).map(({ stop }) => stop()))
}

/** Everybody has to say the same. */
function check(bodies) {
  const [first, ...others] = Object.values(bodies).map((text) => JSON.stringify(JSON.parse(text)))
  if (others.some((other) => other !== first)) throw new Error('the servers do not answer the same rows')
}

/** The most memory that 100,000 rows take, above what a request of 100 rows left behind. */
async function measureMemory() {
  if (process.platform !== 'linux') return console.log('memory is measured on Linux only')
  const lines = []
  for (const [index, [name, { command, path, probe }]] of Object.entries(servers).entries()) {
    const { child, url, stop } = await start(command, port + 10 + index, probe)
    await fetch(`${url}${path(100)}`).then((response) => response.arrayBuffer())
    const before = memory(child.pid, 'VmRSS')
    const response = await fetch(`${url}${path(100_000)}`, { headers: { 'accept-encoding': 'identity' } })
    let bytes = 0
    for await (const chunk of response.body) bytes += chunk.length
    const extra = memory(child.pid, 'VmHWM') - before
    const body = bytes / 2 ** 20
    lines.push({
      server: name,
      'body MB': body.toFixed(1),
      'extra MB': extra.toFixed(1),
      'extra ÷ body': (extra / body).toFixed(2),
    })
    await stop()
  }
  console.log('\nmemory for 100,000 rows (target: below 2 × the body)')
  console.table(lines)
}

function memory(pid, key) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)[1]) / 1024
}

/** The same rows written by us and exported by DuckDB, to nowhere. */
async function measureWriter() {
  const [{ default: backend }, instance] = await Promise.all([
    import('./backend.js'),
    DuckDBInstance.create(process.env['BENCH_FILE'], { access_mode: 'READ_ONLY' }),
  ])
  const connection = await instance.connect()
  const lines = []
  for (const rows of sizes.slice(-2)) {
    const [written, exported] = [[], []]
    for (let run = 0; run <= runs; run += 1) {
      const startedAt = performance.now()
      const response = await backend.fetch(new Request(`http://bench.test/rows/${rows}`))
      for await (const _ of response.body) void _
      const writtenAt = performance.now()
      await connection.run(`copy (${query(rows)}) to '/dev/null' (format json, array true)`)
      const exportedAt = performance.now()
      if (run === 0) continue
      written.push(writtenAt - startedAt)
      exported.push(exportedAt - writtenAt)
    }
    lines.push({
      rows,
      'ours ms': median(written).toFixed(1),
      'DuckDB export ms': median(exported).toFixed(1),
      'speed of ours': (median(exported) / median(written)).toFixed(2),
      target: '≥ 0.8',
    })
  }
  console.log('\nthe writer beside DuckDB’s own JSON export')
  console.table(lines)
  connection.closeSync()
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
