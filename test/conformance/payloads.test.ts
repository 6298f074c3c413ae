import {
  column,
  createRowSet,
  html,
  iframe,
  liveGrid,
  markdown,
  metric,
  newsfeed,
  note,
  param,
  table,
  youtube,
} from 'deskwright'
import { metricsSchema } from 'deskwright/spec'
import { expect } from 'vitest'
import { answerOf, expectRaw, expectWrong, rows } from './answer.ts'
import { expectFinding, one } from './desk.ts'
import { requirement } from './requirement.ts'

requirement('ROWS-01', async (connect) => {
  expect(await answerOf(connect, table({ name: 'T', load: () => rows }))).toEqual(rows)
})

requirement('ROWS-02', async (connect) => {
  for (const [value, word] of [
    [{ a: 1 }, /an object/],
    ['rows', /string/],
    [[1, 2], /item 0/],
    [[{ a: 1 }, null], /item 1/],
    [undefined, /undefined/],
  ] as const) {
    await expectWrong(connect, table({ name: 'T', load: () => value as never }), word, /rows?/)
  }
})

requirement('ROWS-03', async (connect) => {
  const load = () => ({ payload: { rows } })
  expect(await answerOf(connect, table({ name: 'T', dataKey: 'payload.rows', load }))).toEqual({ payload: { rows } })
})

requirement('ROWS-04', async (connect) => {
  const load = () => [{ day: new Date(Date.UTC(2026, 2, 31)), text: '2026-03-31' }]
  expect(await answerOf(connect, table({ name: 'T', load }))).toEqual([
    { day: '2026-03-31T00:00:00.000Z', text: '2026-03-31' },
  ])
})

requirement('ROWS-05', async (connect) => {
  const widget = table({ name: 'T', params: { field: param.text('F') }, load: ({ field = '' }) => [{ [field]: 1 }] })
  const { load } = await connect(one(widget))
  expect([await load('w', { field: 'x' }), await load('w', { field: 'y' })]).toEqual([[{ x: 1 }], [{ y: 1 }]])
})

requirement('ROWS-06', async (connect) => {
  const pieces = ['[{"a":', '1},{"a":2}', ']'].map((piece) => new TextEncoder().encode(piece))
  const set = createRowSet({
    async *json() {
      yield* pieces
    },
    rows: async () => rows,
  })
  expect(await answerOf(connect, table({ name: 'T', load: () => set }))).toEqual(rows)
})

requirement('ROWS-07', async (connect) => {
  const load = () => [{ safe: 9_007_199_254_740_991n, unsafe: 9_007_199_254_740_993n }]
  expect(await answerOf(connect, table({ name: 'T', load }))).toEqual([
    { safe: 9_007_199_254_740_991, unsafe: '9007199254740993' },
  ])
})

const card = { label: 'AUM', value: '1.2bn' }

requirement('METR-01', async (connect) => {
  for (const value of [card, [card, card], []]) {
    const answer = await answerOf(connect, metric({ name: 'M', load: () => value }))
    expect(metricsSchema.parse(answer)).toEqual(value)
  }
})

requirement('METR-02', async (connect) => {
  const cards = [
    { label: 'AUM', value: 1.2, delta: -2.4 },
    { label: 'VaR', value: '3.1m', delta: '0.8' },
  ]
  expect(await answerOf(connect, metric({ name: 'M', load: () => cards }))).toEqual(cards)
})

requirement('METR-03', async (connect) => {
  await expectWrong(connect, metric({ name: 'M', load: () => ({ value: 1 }) as never }), /label/)
  await expectWrong(connect, metric({ name: 'M', load: () => [card, { label: 'VaR' }] as never }), /VaR.*value/)
  await expectWrong(connect, metric({ name: 'M', load: () => ({ label: 'VaR', value: undefined }) as never }), /value/)
})

requirement('MARK-01', async (connect) => {
  const text = '# Notes\n\n| a | b |\n| - | - |\n\n$x^2$ "quoted" 漢字'
  const answer = await (await connect(one(markdown({ name: 'M', load: () => text })))).ask()
  const sent = await answer.text()
  const isJson = answer.headers.get('Content-Type')?.includes('json') === true
  expect(isJson ? (JSON.parse(sent) as string) : sent).toBe(text)
})

requirement('MARK-02', async (connect) => {
  const widget = markdown({ name: 'M', load: (_values, { theme }) => theme })
  expect(await (await (await connect(one(widget))).ask('w', { theme: 'light' })).text()).toMatch(/^"?light"?$/)
})

requirement('MARK-03', async (connect) => {
  const answer = await (await connect(one(note({ name: 'N', load: () => 'Remember' })))).ask()
  expect(await answer.text()).toMatch(/^"?Remember"?$/)
})

requirement('MARK-04', async (connect) => {
  for (const value of [{ markdown: '#' }, undefined, 5]) {
    await expectWrong(connect, markdown({ name: 'M', load: () => value as never }), /string/)
  }
})

requirement('NEWS-01', async (connect) => {
  const articles = [
    { title: 'Today', date: '2026-01-02T09:30:00Z', author: 'Ann', excerpt: 'Short', body: '**Long**' },
    { title: 'Yesterday', date: '2026-01-01' },
  ]
  expect(await answerOf(connect, newsfeed({ name: 'N', load: () => articles }))).toEqual(articles)
})

requirement('NEWS-02', async (connect) => {
  for (const value of [{ articles: [] }, ['Today'], undefined]) {
    await expectWrong(connect, newsfeed({ name: 'N', load: () => value as never }), /array/)
  }
})

requirement('HTML-01', async (connect) => {
  const page = '<!doctype html><script>1 < 2 && "é"</script>'
  const answer = await (await connect(one(html({ name: 'P', load: () => page })))).ask()
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
  expect(await answer.text()).toBe(page)
})

requirement(
  'HTML-02',
  expectRaw((raw) => html({ name: 'P', load: () => '<p>', raw })),
)

requirement('FRAME-01', async (connect) => {
  const endpoint = 'https://example.com/page'
  expect((await (await connect(one(iframe({ name: 'F', endpoint })))).widget()).endpoint).toBe(endpoint)
})

requirement('FRAME-02', async (connect) => {
  const { widget, ask } = await connect(
    one(iframe({ name: 'F', endpoint: 'pages/one', load: () => '<title>One</title>' })),
  )
  expect((await widget()).endpoint).toBe('pages/one')
  const answer = await ask()
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/)
  expect(await answer.text()).toBe('<title>One</title>')
})

requirement('FRAME-03', () => {
  const frame = (endpoint: string) => one(iframe({ name: 'F', endpoint }))
  expectFinding(frame('http://example.com/page'), /^(error|warning)$/, /^widget "w" endpoint/, /https/)
  for (const host of ['localhost', '127.0.0.1:8080', '0.0.0.0', '[::1]:3000']) {
    expect(frame(`http://${host}/page`).manifest.diagnostics).toEqual([])
  }
})

requirement('FRAME-04', async (connect) => {
  const load = ({ isin }: { isin: string | undefined }, { theme }: { theme: string }) => `${isin} ${theme}`
  const { ask } = await connect(one(iframe({ name: 'F', params: { isin: param.text('ISIN') }, load })))
  expect(await (await ask('w', { isin: 'XS1', theme: 'light' })).text()).toBe('XS1 light')
})

requirement('FRAME-05', async (connect) => {
  const { headers } = await (await connect(one(iframe({ name: 'F', load: () => '' })))).ask()
  expect(headers.get('X-Frame-Options')).toBeNull()
  expect(headers.get('Content-Security-Policy') ?? '').not.toMatch(/frame-ancestors/)
})

requirement('TUBE-01', async (connect) => {
  for (const url of ['https://www.youtube.com/watch?v=1', '']) {
    const answer = await (await connect(one(youtube({ name: 'Y', load: () => url })))).ask()
    expect([answer.status, await answer.text()]).toEqual([200, url])
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain/)
  }
})

requirement('TUBE-02', async (connect) => {
  const { widget, ask } = await connect(one(youtube({ name: 'Y', load: () => '', raw: () => '# Words' })))
  expect((await widget()).raw).toBe(true)
  const answer = await ask('w', { raw: true })
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/markdown/)
  expect(await answer.text()).toBe('# Words')
})

requirement('LIVE-01', async (connect) => {
  const widget = (load: () => never) =>
    liveGrid({ name: 'L', columns: { a: column.number('A') }, wsRowIdColumn: 'a', wsEndpoint: 'ws', load })
  expect(
    await answerOf(
      connect,
      widget(() => rows as never),
    ),
  ).toEqual(rows)
  await expectWrong(
    connect,
    widget(() => ({ a: 1 }) as never),
    /rows?/,
  )
})
