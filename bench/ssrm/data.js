// Makes the rows that are asked for: one table of twelve mixed columns, as a DuckDB file and as Parquet, made once per size.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Makes the files of so many rows, unless they are there. */
export async function makeData(rows) {
  const folder = join(tmpdir(), `deskwright-bench-ssrm-${rows}`)
  const files = { folder, file: join(folder, 'trades.duckdb'), parquet: join(folder, 'trades.parquet') }
  if (existsSync(files.parquet)) return files
  mkdirSync(folder, { recursive: true })
  process.stderr.write(`making ${rows.toLocaleString('en')} rows in ${folder}\n`)
  const instance = await DuckDBInstance.create(files.file)
  const connection = await instance.connect()
  await connection.run(`create or replace table trades as select
    i::bigint as id,
    date '2015-01-01' + (i // 3000)::integer as day,
    timestamp '2015-01-01' + to_seconds(i * 31) as ts,
    'S' || lpad((hash(i) % 500)::varchar, 3, '0') as symbol,
    ['NYSE', 'NASDAQ', 'LSE', 'XETRA', 'TSE'][(hash(i + 1) % 5)::integer + 1] as venue,
    ['buy', 'sell'][(hash(i + 2) % 2)::integer + 1] as side,
    (hash(i + 3) % 100000) / 100.0::double as price,
    (hash(i + 4) % 5000)::integer as quantity,
    ((hash(i + 5) % 1000000) / 100)::decimal(12, 2) as fee,
    hash(i + 6) % 3 = 0 as flagged,
    case when hash(i + 7) % 10 = 0 then null else (hash(i + 8) % 1000) / 7.0 end as pnl,
    'note ' || (hash(i + 9) % 1000000)::varchar as note
    from range(${rows}) as t(i)`)
  await connection.run(`copy trades to '${files.parquet}.part' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  renameSync(`${files.parquet}.part`, files.parquet)
  return files
}
