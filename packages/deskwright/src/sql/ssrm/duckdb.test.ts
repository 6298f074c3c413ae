import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { toSsrmRequest } from '../../define/ssrm-request.ts'
import { duckdb } from '../duckdb/duckdb.ts'
import { readJson } from './read-json.fixture.ts'
import { sql } from '../tag.ts'
import { createFileMaker } from './files.fixture.ts'
import { createGridReader } from './grid-reader.ts'
import { answerInMemory } from './model.fixture.ts'
import { requestsOf, tables } from './random.fixture.ts'

const files = await createFileMaker()
afterAll(() => files.remove())

const cases = tables.chain((table) =>
  fc.tuple(fc.constant(table), fc.array(requestsOf(table), { minLength: 1, maxLength: 6 })),
)
const patience = 60_000
const numRuns = Number(process.env['RUNS'] ?? 60)
const isHuge = ({ type }: { readonly type: string }) => type === 'HUGEINT' // Parquet has no such type

describe('a server-side table on DuckDB', { timeout: 300_000 }, () => {
  it('answers random requests over random tables as the model does, from a table, from Parquet and from a query', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([table, bodies]) => {
        const { file, parquet } = await files.make(table)
        const db = duckdb({ file, views: { p: parquet } })
        try {
          const reader = createGridReader(db, { patience })
          for (const body of bodies) {
            const request = await toSsrmRequest(body)
            const answer = async (from: ReturnType<typeof sql>) => readJson(reader.answer(from, request).json())
            const expected = JSON.parse(JSON.stringify(answerInMemory(table, request))) as unknown
            expect(await answer(db.table('t'))).toEqual(expected)
            if (!table.columns.some(isHuge)) expect(await answer(db.table('p'))).toEqual(expected)
            const unplaced = JSON.parse(JSON.stringify(answerInMemory(table, request, 'columns'))) as unknown
            expect(await answer(sql`select * from t -- all;`)).toEqual(unplaced)
          }
        } finally {
          await db.close()
        }
      }),
      { numRuns },
    )
  })

  it('puts pages together to the whole, whichever way each of them is read', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 1, max: 7 }), fc.nat(20), async ([table, [body]], size, deep) => {
        const { file, parquet } = await files.make(table)
        const db = duckdb({ file, views: { p: parquet } })
        try {
          const reader = createGridReader(db, { deep, patience })
          const whole = { ...(await toSsrmRequest(body)), startRow: 0, endRow: 1000 }
          const expected = JSON.parse(JSON.stringify(answerInMemory(table, whole))) as Answer
          for (const name of table.columns.some(isHuge) ? ['t'] : ['t', 'p']) {
            const rows: unknown[] = []
            for (let startRow = 0; startRow <= expected.rowCount; startRow += size) {
              const request = { ...whole, startRow, endRow: startRow + size }
              const answer = (await readJson(reader.answer(db.table(name), request).json())) as Answer
              expect(answer.rowCount).toBe(expected.rowCount)
              rows.push(...answer.rowData)
            }
            expect(rows).toEqual(expected.rowData)
          }
        } finally {
          await db.close()
        }
      }),
      { numRuns },
    )
  })
})

interface Answer {
  readonly rowData: unknown[]
  readonly rowCount: number
}
