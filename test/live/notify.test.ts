import { expect, onTestFinished, test } from 'vitest'
import { column, defineBackend } from '../../packages/deskwright/src/index.ts'
import { reload } from '../../packages/deskwright/src/live/index.ts'
import { connect, start } from '../../packages/deskwright/src/live/live-client.fixture.ts'
import { liveGrid } from '../../packages/deskwright/src/live/live-grid.ts'
import { listen, postgres, sql } from '../../packages/deskwright/src/sql/index.ts'
import { createTestDatabase } from '../../packages/deskwright/src/sql/postgres/test-database.fixture.ts'

test('a table of PostgreSQL is watched by a trigger, also across a lost connection', async () => {
  const home = await createTestDatabase()
  await home.run(`create table quotes (symbol text primary key, price float8);
    insert into quotes values ('AAA', 1), ('BBB', 1);
    create function tell() returns trigger language plpgsql as $$ begin
      perform pg_notify('${home.schema}', row_to_json(new)::text);
      return new;
    end $$;
    create trigger tell after insert or update on quotes for each row execute function tell()`)
  const application = 'deskwright live test'
  const db = postgres({
    url: `${home.url}?application_name=${encodeURIComponent(application)}`,
    settings: home.settings,
  })
  onTestFinished(async () => {
    await db.close()
    await home.remove()
  })
  const quotes = liveGrid({
    name: 'Quotes',
    columns: { symbol: column.text('Symbol'), price: column.number('Price') },
    rowId: 'symbol',
    load: () => db.query(sql`select symbol, price from quotes order by symbol`),
    subscribe: async function* (_params, { signal }) {
      for await (const payload of listen(db, home.schema, signal)) {
        yield payload === reload ? reload : (JSON.parse(payload) as { symbol: string; price: number })
      }
    },
  })

  const client = await connect(await start(defineBackend({ name: 'Live', widgets: { quotes } })))
  client.ask({})
  await client.until(({ rows }) => rows.size === 2)
  await home.run(`update quotes set price = 2 where symbol = 'AAA'`)
  await client.until(({ rows }) => rows.get('AAA')?.['price'] === 2)

  await home.run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${application}';
    update quotes set price = 3 where symbol = 'BBB'`)
  await client.until(({ rows }) => rows.get('BBB')?.['price'] === 3)
  await home.run(`update quotes set price = 4 where symbol = 'AAA'`)
  await client.until(({ rows }) => rows.get('AAA')?.['price'] === 4)
  expect(Object.fromEntries(client.rows)).toEqual({
    AAA: { symbol: 'AAA', price: 4 },
    BBB: { symbol: 'BBB', price: 3 },
  })
})
