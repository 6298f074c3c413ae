import { readFileSync } from 'node:fs'
import { duckdb } from '../../duckdb/duckdb.ts'
import { sql } from '../../tag.ts'

// A program of its own: uses a console, says which process that started and what it knows, and comes to its end without closing anything.

const db = duckdb({ views: { one: sql`select 1 as n` } })
const limits = { rows: 10, milliseconds: 10_000, megabytes: 400 }
const console = db.engine.createConsole!({ tables: [['one']], limits })
const result = await console.run('from one')
const [child] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
const environment = readFileSync(`/proc/${child}/environ`, 'utf8')
  .split('\0')
  .map((entry) => entry.split('=')[0])
process.stdout.write(JSON.stringify({ result, child: Number(child), environment }))
