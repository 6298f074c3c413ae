// The backend that is measured: the largest things it does, each as a widget.
import { chart, defineBackend, table } from 'deskwright'
import { duckdb, sql } from 'deskwright/sql'

const count = 100_000
const mebibyte = 1024 * 1024

export const db = duckdb()

/** Rows of twelve mixed columns, about 250 bytes each. */
const rows = (count) =>
  db.query(sql`
  select range as id, 'SYM' || range % 500 as symbol, date '2020-01-01' + (range % 2000)::integer as day,
    timestamp '2026-01-05 09:30:00' + interval (range) second as time, random() * 1000 as price, random() as weight,
    (random() * 1e6)::bigint as volume, (random() * 1e4)::decimal(12, 2) as amount, range % 3 = 0 as open,
    'a note of some length about row ' || range as note, case when range % 10 = 0 then null else random() end as gap,
    uuid() as key
  from range(${count})`)

const objects = await rows(count).rows()
const cache = { ttl: 60_000 }

export default defineBackend({
  name: 'Blocking',
  cacheSize: 1024 * mebibyte,
  compress: true,
  widgets: {
    nothing: table({ name: 'Nothing', load: () => [] }),
    stream: table({ name: 'Stream', load: () => rows(count) }),
    kept: table({ name: 'Kept', cache, load: () => rows(count) }),
    parsed: table({ name: 'Parsed', load: async () => [{ rows: (await rows(count).rows()).length }] }),
    objects: table({ name: 'Objects', load: () => objects }),
    keptObjects: table({ name: 'Kept objects', cache, load: () => objects }),
    line: chart({ name: 'Line', x: 'time', y: 'price', load: () => rows(50_000) }),
    groups: chart({ name: 'Groups', kind: 'box', x: 'day', y: ['price', 'gap'], load: () => objects.slice(0, 50_000) }),
  },
})
