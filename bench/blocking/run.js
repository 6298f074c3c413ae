// `node bench/blocking/run.js [rounds]`: for how long the largest answers stop the event loop, and so everybody else.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { build } from '../../scripts/setup.js'

const limit = 20 // milliseconds
const rounds = Number(process.argv[2] ?? 7)
const gzip = { 'Accept-Encoding': 'gzip' }
const plain = { 'Accept-Encoding': 'identity' }

const scenarios = {
  'nothing to do, for comparison': [['nothing', plain]],
  '100,000 rows of a query, streamed': [['stream', plain]],
  '100,000 rows of a query, streamed and compressed': [['stream', gzip]],
  '100,000 rows of a query, kept by the cache': [['kept', plain]],
  'the same from the cache': [['kept', plain]],
  'the same from the cache, compressed': [['kept', gzip]],
  '100,000 rows of a query as objects': [['parsed', plain]],
  '100,000 objects of a loader': [['objects', plain]],
  '100,000 objects of a loader, kept and compressed': [['keptObjects', gzip]],
  '50,000 rows of a query drawn as a line': [['line', plain]],
  '50,000 objects drawn as boxes': [['groups', plain]],
  'four of them at once': ['stream', 'parsed', 'objects', 'line'].map((path) => [path, plain]),
}

if (process.env['BENCH_BUILT'] === undefined && build() !== 0) process.exit(1)
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${rounds} rounds\n`)
const results = Object.keys(scenarios).map((name) => ({ name, stops: [] }))
for (let round = 0; round <= rounds; round += 1) {
  process.stderr.write(round === 0 ? 'warming up' : `, round ${round}`)
  const server = await start()
  for (const { name, stops } of results) {
    const longest = await measure(server, scenarios[name])
    if (round > 0) stops.push(longest)
  }
  await end(server)
}
process.stderr.write('\n')
console.log(toTable())

/** A server of its own for each round, so that every cache begins empty. One round of everything warms its code up. */
async function start() {
  const server = fork(join(import.meta.dirname, 'server.js'))
  const [{ url }] = await once(server, 'message')
  for (const path of [
    'stream',
    'parsed',
    'objects',
    'line',
    'groups',
    'stream',
    'parsed',
    'objects',
    'line',
    'groups',
  ]) {
    await ask(url, path, gzip)
  }
  return { server, url }
}

async function end({ server }) {
  server.send('end')
  await once(server, 'exit')
}

/** The longest stop of the event loop while the requests are answered, in milliseconds. */
async function measure({ server, url }, requests) {
  server.send('start')
  await once(server, 'message')
  await Promise.all(requests.map(([path, headers]) => ask(url, path, headers)))
  server.send('stop')
  const [longest] = await once(server, 'message')
  return longest
}

async function ask(url, path, headers) {
  const answer = await fetch(`${url}/widgets/${path}`, { headers })
  if (!answer.ok) throw new Error(await answer.text())
  for await (const piece of answer.body) if (piece.length === 0) break
}

function toTable() {
  const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
  const lines = results.map(({ name, stops }) => {
    const work = median(stops.map((stop) => stop.work))
    const clock = median(stops.map((stop) => stop.clock))
    return `| ${name} | ${work.toFixed(1)} | ${clock.toFixed(1)} | ${work <= limit ? 'yes' : 'NO'} |`
  })
  const heads = [
    '| longest stop, median of the rounds | by our work, ms | by the clock, ms | within 20 ms |',
    '| --- | ---: | ---: | --- |',
  ]
  return [...heads, ...lines].join('\n')
}
