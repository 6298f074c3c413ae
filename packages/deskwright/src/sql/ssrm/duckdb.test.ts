import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { toSsrmRequest } from '../../define/ssrm-request.ts'
import { duckdb } from '../duckdb/duckdb.ts'
import { parseRows } from '../parse-rows.ts'
import { createFileMaker } from './files.fixture.ts'
import { createGridReader } from './grid-reader.ts'
import { answerInMemory } from './model.fixture.ts'
import { requestsOf, tables } from './random.fixture.ts'

const files = await createFileMaker()
afterAll(() => files.remove())

describe('a server-side table on DuckDB', () => {
  it('answers random requests over random tables as the model does, from a table and from Parquet', async () => {
    const cases = tables.chain((table) =>
      fc.tuple(fc.constant(table), fc.array(requestsOf(table), { minLength: 1, maxLength: 6 })),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ([table, bodies]) => {
        const { file, parquet } = await files.make(table)
        const db = duckdb({ file, views: { p: parquet } })
        const isHuge = table.columns.some(({ type }) => type === 'HUGEINT') // Parquet has no such type
        const names = isHuge ? ['t'] : ['t', 'p']
        try {
          const reader = createGridReader(db)
          for (const body of bodies) {
            const request = toSsrmRequest(body)
            const expected = JSON.parse(JSON.stringify(answerInMemory(table, request))) as unknown
            for (const name of names) {
              expect(await parseRows(reader.answer(db.table(name), request).json())).toEqual(expected)
            }
          }
        } finally {
          await db.close()
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  }, 300_000)
})
