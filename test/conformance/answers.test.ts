import { html, markdown, table, youtube } from 'deskwright'
import { expect } from 'vitest'
import { many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import { richDesk } from './rich-desk.fixture.ts'

requirement('SUM-04', async (connect) => {
  const desk = await connect(richDesk())
  const answers = [
    await desk.send('/widgets.json'),
    await desk.ask('table'),
    await desk.ask('omni'),
    await desk.send('/x'),
  ]
  for (const { headers } of answers) expect(headers.get('Content-Type')).toMatch(/^application\/json(;|$)/)
})

requirement('SUM-05', async (connect) => {
  const { headers } = await (await connect(one(html({ name: 'Page', load: () => '<p>é</p>' })))).ask()
  expect(headers.get('Content-Type')).toMatch(/^text\/html; ?charset=utf-8$/i)
})

requirement('SUM-06', async (connect) => {
  const { ask } = await connect(
    many({ v: youtube({ name: 'V', load: () => 'é', raw: () => '# é' }), m: markdown({ name: 'M', load: () => 'é' }) }),
  )
  expect((await ask('v')).headers.get('Content-Type')).toMatch(/^text\/plain; ?charset=utf-8$/i)
  expect((await ask('v', { raw: true })).headers.get('Content-Type')).toMatch(/^text\/markdown; ?charset=utf-8$/i)
  expect(await (await ask('m')).text()).toBeOneOf(['é', '"é"'])
})

requirement('SUM-07', async (connect) => {
  const row = { nan: NaN, most: Infinity, least: -Infinity, deep: [{ nan: NaN }], big: 1n, late: new Date(NaN) }
  const answer = await (await connect(one(table({ name: 'Table', load: () => [row] })))).load()
  expect(answer).toEqual([{ nan: null, most: null, least: null, deep: [{ nan: null }], big: 1, late: null }])
})
