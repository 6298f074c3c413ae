// `node bench/ssrm/run.js [rows] [runs]`: what server-side tables answer, beside the bare DuckDB query, in turns on the same machine.
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { build, root } from '../../scripts/setup.js'
import { setUpPeer } from '../peer/set-up.js'
import { bench, python } from '../servers.js'
import { makeData } from './data.js'
import { first, users, warm } from './scenarios.js'

const rows = Number(process.argv[2] ?? 10_000_000)
const runs = Number(process.argv[3] ?? 15)
const only = process.argv[4]

if (process.env['BENCH_BUILT'] === undefined && build() !== 0) process.exit(1)
const load = (path) => import(pathToFileURL(join(root, 'packages/deskwright/dist', path)).href)
const { defineBackend } = await load('index.js')
const { duckdb, ssrmTable } = await load('sql/index.js')
const files = await makeData(rows)

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${rows.toLocaleString('en')} rows × 12 columns, ${runs} runs\n`,
)
await measure('DuckDB file', { file: files.file }, 'trades', `attach '${files.file}' as file (read_only); use file`)
await measure(
  'Parquet',
  { views: { trades: files.parquet } },
  'trades',
  `create view trades as select * from read_parquet('${files.parquet}')`,
)

if (only === undefined && setUpPeer()) measurePeers()

async function measure(title, options, table, setup) {
  const bare = await openBare(setup)
  const db = duckdb(options)
  const backend = defineBackend({
    name: 'Bench',
    widgets: { trades: ssrmTable({ name: 'Trades', from: db.table(table) }) },
  })
  const ask = async (body) => {
    const response = await backend.fetch(
      new Request('http://bench.test/widgets/trades', { method: 'POST', body: JSON.stringify(body) }),
    )
    const text = await response.text()
    if (response.status !== 200) throw new Error(text)
    return text
  }
  await ask({})
  await bare.run(`select * from trades limit 500`)

  const lines = []
  for (const { name, body, sql } of first.filter((one) => matches(one.name))) {
    const [ours, page, whole] = [[], [], []]
    for (let n = 0; n <= runs; n += 1) {
      const queries = sql(n, 'trades', rows)
      const startedAt = performance.now()
      await bare.run(queries[0])
      const pageAt = performance.now()
      for (const query of queries.slice(1)) await bare.run(query)
      const wholeAt = performance.now()
      await ask(body(n, rows))
      const doneAt = performance.now()
      if (n === 0) continue
      page.push(pageAt - startedAt)
      whole.push(wholeAt - startedAt)
      ours.push(doneAt - wholeAt)
      await wait(20)
    }
    lines.push({
      first: name,
      'bare page': show(page),
      'bare page + count': show(whole),
      ours: show(ours),
      'ours / bare': ratio(ours, whole),
    })
  }
  for (const { name, before, body, pause } of warm.filter((one) => matches(one.name))) {
    await ask(before)
    await settle(() => ask({ ...body(0, rows) }))
    const ours = []
    for (let n = 1; n <= runs; n += 1) {
      const startedAt = performance.now()
      await ask(body(n, rows))
      ours.push(performance.now() - startedAt)
      if (pause) await wait(600)
    }
    lines.push({ first: `warm: ${name}`, ours: show(ours) })
  }
  if (matches('users')) {
    const all = await Promise.all(Array.from({ length: 16 }, (_, user) => scroll(ask, user)))
    const waits = all.flatMap((own) => own.slice(2)) // once everybody has arrived
    const arriving = all.flatMap((own) => own.slice(0, 2))
    lines.push({ first: '16 users arrive at once', ours: show(arriving) })
    lines.push({
      first: '16 users scroll at once',
      ours: show(waits),
      'max / median': (Math.max(...waits) / at(waits, 0.5)).toFixed(1),
    })
  }
  console.log(`${title}: median and p95 in ms`)
  console.table(lines)
  await db.close()
  bare.close()
}

/** Asks a DataFrame and SQLite the same, in a process of their own. */
function measurePeers() {
  const times = Math.min(runs, 3) + 1
  const requests = Object.fromEntries(
    first.map(({ name, body }) => [name, Array.from({ length: times }, (_, n) => body(n, rows))]),
  )
  const input = JSON.stringify({ parquet: files.parquet, sqlite: join(files.folder, 'trades.sqlite'), requests })
  const { stdout, status } = spawnSync(python, [join(bench, 'ssrm/peer.py')], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) return
  const found = JSON.parse(stdout)
  console.log('pandas and SQLite, the same requests: median and p95 in ms')
  console.table(
    first.map(({ name }) => ({ first: name, pandas: show(found.pandas[name]), SQLite: show(found.SQLite[name]) })),
  )
}

/** Waits until what is made in the background is there. */
async function settle(work) {
  for (let time = 0; time < 3; time += 1) {
    await work()
    await wait(500)
  }
}

/** One of several users: a filter and page after page of it. Gives how long each page took. */
async function scroll(ask, user) {
  const waits = []
  for (let page = 0; page < 20; page += 1) {
    const startedAt = performance.now()
    await ask(users(page, user))
    waits.push(performance.now() - startedAt)
    await wait(100)
  }
  return waits
}

async function openBare(setup) {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(setup)
  return {
    run: (query) => connection.runAndReadAll(query),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function matches(name) {
  return only === undefined || name.includes(only)
}

function at(values, share) {
  return values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * share), values.length - 1)]
}

function show(values) {
  return `${at(values, 0.5).toFixed(1)} / ${at(values, 0.95).toFixed(1)}`
}

function ratio(ours, bare) {
  return (at(ours, 0.5) / at(bare, 0.5)).toFixed(2)
}
