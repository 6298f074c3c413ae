import { expect, it } from 'vitest'
import { toHelpPage } from './help-page.ts'

const limits = { rows: 1000, milliseconds: 10_000, megabytes: 512 }

it('lists the tables, queries to begin with, and the limits', () => {
  const columns = [
    { name: 'Symbol', type: 'VARCHAR' },
    { name: 'close', type: 'DECIMAL(10,2)' },
  ]
  expect(toHelpPage([{ name: 'order', columns }], limits)).toBe(`Write one \`SELECT\` over these tables.

\`\`\`
order
  Symbol  VARCHAR
  close   DECIMAL(10,2)
\`\`\`

For example:

\`\`\`sql
select * from "order" limit 20

select count(*) as rows from "order"

select "Symbol", count(*) as rows from "order"
group by "Symbol" order by rows desc

select min(close), avg(close), max(close) from "order"
\`\`\`

A query shows up to 1,000 rows, and runs for up to 10 s in 512 MB of memory. It cannot change anything.`)
})

it('says which table cannot be read, and takes its samples from another', () => {
  const page = toHelpPage(
    [
      { name: 'gone', columns: [] },
      { name: 'here', columns: [{ name: 'a`b', type: 'BLOB' }] },
    ],
    limits,
  )
  expect(page).toContain('gone\n  cannot be read at the moment\n')
  expect(page).toContain('select * from here limit 20')
})
