import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../database.ts'
import { duckdb } from '../../duckdb/duckdb.ts'
import { sql } from '../../tag.ts'
import type { Console, ConsoleResult } from '../console.ts'
import { changingAttacks, readingAttacks, type Aims } from '../attacks.fixture.ts'

// One word for every place that nobody may look into, to be searched for in what comes back.
const canary = 'CANARY'
const limits = { rows: 100, milliseconds: 5000, megabytes: 400 }
const aims: Aims = await makeAims()

async function makeAims(): Promise<Aims> {
  const folder = join(await realpath(await mkdtemp(join(tmpdir(), 'deskwright-console-'))), 'desk')
  await mkdir(folder)
  return { folder, allowedFile: `${folder}/stocks.csv`, secretFile: `${folder}/secret.csv` }
}

let db: Database
let console: Console

beforeAll(async () => {
  await writeFile(aims.allowedFile, `symbol,price,${canary}_column\nA,1,${canary}\nB,2,${canary}\n`)
  await writeFile(aims.secretFile, `name\n${canary}\n`)
  await makeDatabase(`${aims.folder}/desk.duckdb`)
  db = duckdb({
    file: `${aims.folder}/desk.duckdb`,
    views: {
      all_stocks: aims.allowedFile,
      stocks: sql`select symbol, price from all_stocks where regexp_full_match(symbol, '[^B]')`,
      secrets: aims.secretFile,
    },
  })
  console = db.engine.createConsole!({ tables: [['stocks'], ['trades']], limits })
})
afterAll(async () => {
  await db.close()
  await rm(join(aims.folder, '..'), { recursive: true, force: true })
})

async function makeDatabase(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  await connection.run(`create table trades as select 'A' as symbol, 1.5 as price`)
  await connection.run(`create table salaries as select '${canary}' as name, 7 as ${canary}_amount`)
  connection.closeSync()
  instance.closeSync()
}

/** Everything on disk that the console could have changed. */
function readDisk(): string[] {
  return readdirSync(join(aims.folder, '..'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .toSorted()
}

/** What came back, without what the query itself said. */
function toShown(result: ConsoleResult, query: string): string {
  return JSON.stringify(result).replaceAll(JSON.stringify(query).slice(1, -1), '')
}

function expectNothingRevealed(result: ConsoleResult, query: string): void {
  const shown = toShown(result, query)
  expect(shown).not.toContain(canary)
  if (!query.includes(hostname())) expect(shown).not.toContain(hostname())
  if (!query.includes(aims.folder)) expect(shown).not.toContain(aims.folder)
}

describe.each(Object.entries(readingAttacks(aims)))('a console does not show %s', (_aim, attacks) => {
  it.each(attacks)('%s', async (attack) => {
    const result = await console.run(attack)
    expect(result).toHaveProperty('problem')
    expectNothingRevealed(result, attack)
  })
})

describe('a console shows nothing', () => {
  it('however an attack is wrapped and written', async () => {
    const frames = [
      '@',
      'select * from (@) as q',
      'with x as (@) select * from x',
      'with stocks as (@) select * from stocks',
      'with recursive x as (select 1 union all (@)) select * from x',
      'select (@) as v',
      'select * from stocks where exists (@)',
      'select * from stocks order by (@)',
      '(@) union all by name (@)',
      'select 1; @',
      '@; select 1',
      'summarize @',
      'describe (@)',
      'select list_transform([1], lambda x: (@))',
      'from (values ((@))) v',
      'from stocks, lateral (@) l',
      "select * from query('@')",
      'select $$@$$, (@)',
      '-- x\n@',
      'select \'-- /*\', (@) as "*/"',
    ]
    const ways: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) =>
        text
          .toUpperCase()
          .replaceAll(aims.folder.toUpperCase(), aims.folder)
          .replaceAll('/ETC/HOSTNAME', '/etc/hostname'),
      (text) => text.replaceAll(' ', '/**/'),
      (text) => text.replaceAll(' ', '\n--;\n'),
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => text.replace(/\b(?:read_text|salaries|duckdb_tables)\b/g, '"$&"'),
    ]
    const wrapped = fc
      .tuple(
        fc.constantFrom(...Object.values(readingAttacks(aims)).flat()),
        fc.array(fc.constantFrom(...frames), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...ways),
      )
      .map(([attack, around, write]) =>
        write(around.reduce((inner, frame) => frame.replaceAll('@', () => inner), attack)),
      )
    await fc.assert(
      fc.asyncProperty(wrapped, async (query) => expectNothingRevealed(await console.run(query), query)),
      { numRuns: 400 },
    )
    expect.hasAssertions()
  }, 120_000)
})

describe('a console changes nothing', () => {
  it.each(changingAttacks(aims))('%s', async (attack) => {
    const before = readDisk()
    const result = await console.run(attack)
    expect(result).toHaveProperty('problem')
    expectNothingRevealed(result, attack)
    expect(readDisk()).toEqual(before)
    expect(await console.run('select * from stocks, trades')).toEqual({
      rows: '[{"symbol":"A","price":1,"symbol_1":"A","price_1":1.5}]',
      cut: false,
    })
  })

  it('has more than a hundred attacks behind it', () => {
    expect(Object.values(readingAttacks(aims)).flat().length + changingAttacks(aims).length).toBeGreaterThan(200)
  })
})

describe('the database does not try conditions on rows that a view hides', () => {
  it.each([
    `select * from stocks where case when symbol = 'B' then cast(symbol as int) = 1 else true end`,
    `select * from stocks where cast(replace(symbol, 'A', '1') as int) = 1`,
    `select * from stocks where regexp_matches('a', case when symbol = 'B' then '(' else 'a' end)`,
    `select * from stocks where date_trunc(case when symbol = 'B' then symbol else 'day' end, date '2020-01-01') is not null`,
    `select s.* from stocks s join (select 'B' as x) on cast(replace(symbol, 'A', '1') as int) = 1`,
  ])('%s', async (query) => {
    expect(await console.run(query)).toEqual({ rows: '[{"symbol":"A","price":1}]', cut: false })
  })
})
