import { app, group, param, place, prompt, table, type App } from 'deskwright'
import { file } from 'deskwright/node'
import { expect } from 'vitest'
import { expectError, expectFinding, many } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

const isin = param.text('ISIN', { value: 'XS1' })
const bonds = table({ name: 'Bonds', params: { isin }, gridData: { w: 20, h: 10 }, load: () => [] })
const trades = table({ name: 'Trades', params: { isin }, gridData: { w: 20, h: 10 }, load: () => [] })
const plain = table({ name: 'Plain', gridData: { w: 20, h: 10 }, load: () => [] })
const stranger = table({ name: 'Stranger', load: () => [] })

const deskOf = (...apps: App[]) => many({ bonds, trades, plain }, { apps })
const appOf = (options: Partial<App>) => deskOf(app({ name: 'Desk', tabs: { One: [[bonds, trades]] }, ...options }))

const sent = async (connect: Connect, options: Partial<App>) => (await (await connect(appOf(options))).apps())[0]

/** Reads the layouts of an app, tab by tab. */
const layouts = async (connect: Connect, tabs: App['tabs']) =>
  Object.values((await sent(connect, { tabs }))?.tabs ?? {}).map(({ layout }) => layout)

/** Expects that keys of the author arrive on the wire as they are. */
const expectSent = (options: Partial<App>) => async (connect: Connect) => {
  expect(await sent(connect, options)).toMatchObject(options)
}

/** Expects that a key of a place's state arrives on the wire as it is. */
const expectState = (state: object) => async (connect: Connect) => {
  const [[item] = []] = await layouts(connect, { One: [[place(bonds, { state })]] })
  expect(item?.state).toEqual(state)
}

requirement('APP-01', async (connect) => {
  expect(await (await connect(appOf({}))).apps()).toEqual([expect.objectContaining({ name: 'Desk' })])
})

requirement('APP-03', async (connect) => {
  expect(await sent(connect, {})).toMatchObject({ name: 'Desk', tabs: expect.any(Object) as object })
  expectError(deskOf(app({ name: '', tabs: {} })), /app "" name/, /./)
})

requirement('APP-04', expectSent({ description: 'Screen and drill down' }))

requirement('APP-05', async (connect) => {
  const pictures = { img: 'https://example.com/a.png', img_dark: '/img/b.svg', img_light: 'data:image/png;base64,AA==' }
  expect(await sent(connect, pictures)).toMatchObject(pictures)
  expect(await sent(connect, {})).toMatchObject({ img: '', img_dark: '', img_light: '' })
})

requirement('APP-06', async (connect) => {
  const img = { name: 'desk.png', contentType: 'image/png', load: async () => new Uint8Array([1, 2, 3]) }
  const backend = many(
    { bonds },
    { apps: [app({ name: 'Desk', tabs: { One: [[bonds]] }, img })], auth: () => undefined },
  )
  const { send } = await connect(backend)
  const answer = await send(`/${backend.manifest.apps[0]?.img}`)
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
  expect(() => file('/nowhere/desk.png')).toThrow(/desk\.png/)
})

requirement('APP-07', async (connect) => {
  expect(await sent(connect, {})).toMatchObject({ allowCustomization: expect.any(Boolean) as boolean })
  expect(await sent(connect, { allowCustomization: false })).toMatchObject({ allowCustomization: false })
})

requirement('APP-08', async (connect) => {
  expect(await sent(connect, { tabs: { One: [[plain]] } })).toMatchObject({ groups: [] })
})

requirement('APP-09', async (connect) => expect(await sent(connect, {})).toMatchObject({ prompts: [] }))

requirement('APP-10', expectSent({ selected_agent: 'desk-helper' }))
requirement('APP-11', expectSent({ authentication: 'Ask for a key' }))

const server = {
  name: 'Desk tools',
  url: 'https://mcp.example.com/mcp',
  description: 'Tools',
  authType: 'token',
} as const

requirement('APP-12', async (connect) => {
  const found = await sent(connect, { mcp_servers: [server] })
  expect(found).toMatchObject({ mcp_servers: [server] })
  expect(found).not.toHaveProperty('mcpServers')
})

requirement('APP-13', async (connect) => {
  const found = await sent(connect, { id: 'desk', templateId: 'desk', template_id: 'desk' } as never)
  for (const key of ['id', 'templateId', 'template_id']) expect(found).not.toHaveProperty(key)
})

requirement('APP-14', () => {
  const named = (name: string) => app({ name, tabs: { One: [[bonds]] } })
  for (const [first, second] of [
    ['Desk', 'Desk'],
    ['Bond desk', 'bond desk'],
    ['Rates & FX', 'Rates  FX'],
  ] as const) {
    expectFinding(deskOf(named(first), named(second)), /^(error|warning)$/, /^app /, /become|same/)
  }
})

requirement('TABS-01', async (connect) => {
  const names = ['Zulu', 'Alpha', '#2', '(1)', 'Mike']
  const tabs = Object.fromEntries(names.map((name) => [name, [[bonds]]]))
  expect(Object.values((await sent(connect, { tabs }))?.tabs ?? {}).map(({ name }) => name)).toEqual(names)
  expectFinding(appOf({ tabs: { Zulu: [[bonds]], 2025: [[trades]] } }), /./, /^app "Desk" tabs/, /order/)
})

requirement('TABS-02', async (connect) => {
  const found = await sent(connect, { tabs: { 'Price & Performance': [[bonds]], 日本: [[bonds]], '': [] } })
  for (const [key, { id }] of Object.entries(found?.tabs ?? {})) expect(id).toBe(key)
})

requirement('TABS-03', async (connect) => {
  const found = await sent(connect, { tabs: { One: [[bonds]], Two: [] } })
  expect(Object.values(found?.tabs ?? {})).toEqual([
    { id: expect.any(String) as string, name: 'One', layout: expect.any(Array) as unknown[] },
    { id: expect.any(String) as string, name: 'Two', layout: [] },
  ])
})

requirement('TABS-04', async (connect) => {
  expect((await sent(connect, { tabs: { '': [[bonds]] } }))?.tabs).toMatchObject({ '': { id: '', name: '' } })
})

requirement('TABS-05', async (connect) => {
  const found = await layouts(connect, { One: [[bonds], [trades]], Two: [[plain]] })
  expect(found.map((layout) => Math.min(...layout.map(({ y }) => y)))).toEqual([2, 2])
  const exact = deskOf(app({ name: 'Desk', tabs: { One: [place(bonds, { x: 0, y: 0, w: 20, h: 5 })], Two: [] } }))
  expectFinding(exact, /./, /^app "Desk" tabs/, /bar|y/)
})

requirement('TABS-06', async (connect) => {
  const [layout = []] = await layouts(connect, { One: [[bonds], [trades]] })
  expect(layout.map(({ y }) => y)).toEqual([0, 10])
})

requirement('TABS-07', async (connect) => {
  const backend = appOf({ tabs: { 'P&L': [[bonds]], PL: [[trades]], 'a b': [[plain]], 'a-b': [] } })
  const found = (await (await connect(backend)).apps())[0]
  expect(Object.values(found?.tabs ?? {}).map(({ name }) => name)).toEqual(['P&L', 'PL', 'a b', 'a-b'])
})

requirement('LAY-01', async (connect) => {
  const found = await layouts(connect, {
    One: [[bonds, trades, plain], [place(bonds, { w: 7 }), trades], place(plain, { x: 3, y: 40, w: 5, h: 6 })],
  })
  for (const { i, x, y, w, h } of found.flat()) {
    expect(i).toBeOneOf(['bonds', 'trades', 'plain'])
    for (const number of [x, y, w, h]) expect(Number.isInteger(number)).toBe(true)
    expect(x >= 0 && y >= 0 && w >= 1 && h >= 1 && x + w <= 40).toBe(true)
  }
})

requirement('LAY-02', async (connect) => {
  const box = { x: 1, y: 2, w: 10, h: 8, minW: 5, minH: 4, maxW: 20, maxH: 16, static: true }
  const [[item] = []] = await layouts(connect, { One: [place(bonds, box)] })
  expect(item).toMatchObject(box)
})

requirement('LAY-03', async (connect) => {
  const found = await layouts(connect, { One: [[bonds, trades, plain]] })
  expect(found.flat().map(({ groups }) => groups)).toEqual([['Group 1'], ['Group 1'], []])
})

requirement('LAY-04', async (connect) => {
  const at = (value: string) => place(bonds, { state: { params: { isin: value } } })
  const [layout = []] = await layouts(connect, { One: [[at('XS1'), at('XS2')]] })
  expect(layout).toMatchObject([
    { i: 'bonds', state: { params: { isin: 'XS1' } } },
    { i: 'bonds', state: { params: { isin: 'XS2' } } },
  ])
})

requirement('LAY-05', () => {
  expectError(appOf({ tabs: { One: [[stranger]] } }), /^app "Desk" tabs\.One/, /Stranger/)
  const unknown = appOf({ tabs: { One: [[place('table_of_nobody' as never, { w: 10 })]] } })
  expectFinding(unknown, /^(error|warning)$/, /^app "Desk" tabs/, /table_of_nobody/)
})

requirement('LAY-06', async (connect) => {
  const ids = ['rich_note', 'rich_note_2', 'navigation_bar', 'clock', 'rss_viewer', 'iframe'] as const
  const backend = appOf({ tabs: { One: [ids.map((id) => place(id, { h: 4 }))] } })
  expect(backend.manifest.diagnostics).toEqual([])
  const [found] = await (await connect(backend)).apps()
  expect(Object.values(found?.tabs ?? {})[0]?.layout.map(({ i }) => i)).toEqual(ids)
})

requirement('LAY-07', async (connect) => {
  const at = (value: string, y: number) => {
    const state = { params: { isin: value } }
    return [place(bonds, { x: 0, y, w: 20, h: 5, state }), place(trades, { x: 20, y, w: 20, h: 5, state })]
  }
  const groups = [group(isin, { defaultValue: 'XS1' }), group(isin, { defaultValue: 'XS2' })]
  const found = await sent(connect, { tabs: { One: [...at('XS1', 0), ...at('XS2', 5)] }, groups })
  const [layout = []] = Object.values(found?.tabs ?? {}).map((tab) => tab.layout)
  expect(layout.map((item) => item.groups)).toEqual([['Group 1'], ['Group 1'], ['Group 2'], ['Group 2']])
})

requirement('STATE-01', expectState({ params: { isin: 'XS2' } }))
requirement('STATE-02', expectState({ paramOrder: ['isin'] }))
requirement('STATE-03', expectState({ chartView: { enabled: true, chartType: 'line' } }))
requirement(
  'STATE-04',
  expectState({ chartModel: { modelType: 'range', chartType: 'line', cellRange: { columns: ['day', 'close'] } } }),
)
requirement(
  'STATE-05',
  expectState({ columnState: { default: { sort: { sortModel: [{ colId: 'a', sort: 'asc' }] } } } }),
)
requirement('STATE-06', expectState({ filterModel: { a: { filterType: 'set', values: ['x'] } } }))

requirement('STATE-07', async (connect) => {
  const state = { storage: { text: 'Remember', html: '<p>Remember</p>' } }
  const [[item] = []] = await layouts(connect, { One: [[place('rich_note', { state })]] })
  expect(item?.state).toEqual(state)
})

requirement('STATE-08', async (connect) => {
  const state = (style: object) => ({ style }) as never
  await expectState(state({ borderWidth: 24, radius: 64, contentPadding: 0, shadow: 'lg' }))(connect)
  for (const style of [
    { borderWidth: 25 },
    { radius: -1 },
    { contentPadding: 65 },
    { shadow: 'xl' },
    { color: 'red' },
  ]) {
    const backend = appOf({ tabs: { One: [[place(bonds, { state: state(style) })]] } })
    expectError(
      backend,
      /^app "Desk" tabs\..*state\.style/,
      new RegExp(Object.keys(style)[0] === 'color' ? 'color' : '.'),
    )
  }
})

requirement('PROMPT-01', async (connect) => {
  const prompts = ['Which bonds of $SYMBOL are cheap?', 'Look at @[id:nobody]']
  expect(await sent(connect, { prompts: prompts.slice(0, 1) })).toMatchObject({ prompts: prompts.slice(0, 1) })
})

requirement('PROMPT-02', async (connect) => {
  const prompts = [prompt`Which of ${bonds} were in ${trades}?`]
  expect(await sent(connect, { prompts })).toMatchObject({ prompts: ['Which of @[id:bonds] were in @[id:trades]?'] })
})

requirement('PROMPT-03', () => {
  expectError(appOf({ prompts: [prompt`Look at ${stranger}`] }), /^app "Desk" prompts\[0\]/, /Stranger/)
  expectFinding(appOf({ prompts: ['Look at @[id:nobody]'] }), /./, /^app "Desk" prompts\[0\]/, /nobody/)
})

requirement('MCPS-01', expectSent({ mcp_servers: [server, { name: 'Bare', url: 'http://127.0.0.1:8787/mcp' }] }))

requirement('MCPS-02', async (connect) => {
  await expectSent({ mcp_servers: [{ ...server, authType: 'oauth' }] })(connect)
  expectError(
    appOf({ mcp_servers: [{ ...server, authType: 'basic' as never }] }),
    /mcp_servers\[0\]\.authType/,
    /oauth/,
  )
})

requirement('CHECK-01', () => {
  const tabs = { One: [place(bonds, { x: 0, y: 0, w: 20, h: 5 }), place(trades, { x: 10, y: 4, w: 20, h: 5 })] }
  expectFinding(appOf({ tabs }), /^(error|warning)$/, /^app "Desk" tabs/, /covers|overlap/)
  const apart = { One: [place(bonds, { x: 0, y: 0, w: 20, h: 5 }), place(trades, { x: 20, y: 0, w: 20, h: 5 })] }
  expect(appOf({ tabs: apart }).manifest.diagnostics).toEqual([])
})

requirement('CHECK-02', () => {
  const tabs = { One: [place(bonds, { x: 30, y: 0, w: 20, h: 5 })] }
  expectFinding(appOf({ tabs }), /^(error|warning)$/, /^app "Desk" tabs/, /40/)
  expectError(
    appOf({ tabs: { One: [[place(bonds, { w: 30 }), place(trades, { w: 20 })]] } }),
    /^app "Desk" tabs\.One/,
    /40/,
  )
})

requirement('CHECK-03', () => {
  const state = { params: { isni: 'XS1' } } as never
  const tabs = { One: [[place(bonds, { state })]] }
  expectFinding(appOf({ tabs }), /^(error|warning)$/, /^app "Desk" tabs.*state/, /isni/)
})

requirement('CHECK-04', () => {
  const groups = [group(isin, { widgets: [bonds, plain] })]
  expectError(appOf({ tabs: { One: [[bonds, plain]] }, groups }), /^app "Desk" groups\[0\]/, /Plain/)
})

requirement('CHECK-05', () => {
  expectError(appOf({ mcp_servers: [{ name: 'Tools', url: '/mcp' }] }), /^app "Desk" mcp_servers\[0\]\.url/, /URL/i)
})
