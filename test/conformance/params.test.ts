import { multiFileViewer, param, type Params } from 'deskwright'
import { languages } from 'deskwright/spec'
import { expect } from 'vitest'
import { echo, expectError, many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

const tableOf = (params: Params) => one(echo(params))

type AnyParam = Params[string]

/** Reads a parameter as it is sent, under the name `p`. */
const sent = async (connect: Connect, p: AnyParam) => (await connect(tableOf({ p }))).param('p')

/** Reads what the loader gets for a query. */
const arrives = async (connect: Connect, p: AnyParam, query: string, now?: number) => {
  const { read } = await connect(tableOf({ p }), now === undefined ? undefined : { now: () => now })
  return ((await read(`/widgets/w?${query}`)) as { p?: unknown }[])[0]?.p
}

/** Expects that a query is refused, and that the answer names the parameter and what came. */
const expectInvalid = async (connect: Connect, p: AnyParam, query: string) => {
  const answer = await (await connect(tableOf({ p }))).send(`/widgets/w?${query}`)
  expect([query, answer.status]).toEqual([query, 422])
  expect(await answer.json()).toEqual({ detail: expect.stringMatching(/^p: /) as string })
}

/** Expects that keys of the author arrive on the wire as they are. */
const expectSent = (options: object) => async (connect: Connect) => {
  expect(await sent(connect, param.text('P', options))).toMatchObject(options)
}

requirement('ROW-01', async (connect) => {
  const { widget } = await connect(tableOf({ a: param.text('A'), b: param.text('B', { row: 0 }) }))
  expect((await widget()).params).toMatchObject([{ paramName: 'a' }, { paramName: 'b' }])
})

requirement('ROW-02', async (connect) => {
  const { widget } = await connect(tableOf({ a: param.text('A'), b: param.text('B', { row: 1 }) }))
  expect((await widget()).params).toMatchObject([{ paramName: 'a' }, [{ paramName: 'b' }]])
})

requirement('ROW-03', async (connect) => {
  const below = await connect(tableOf({ a: param.text('A', { row: 1 }) }))
  expect((await below.widget()).params).toMatchObject([[], [{ paramName: 'a' }]])
  const far = await connect(tableOf({ a: param.text('A'), b: param.text('B', { row: 2 }) }))
  expect((await far.widget()).params).toMatchObject([{ paramName: 'a' }, [], [{ paramName: 'b' }]])
})

requirement('ROW-04', async (connect) => {
  const params = {
    z: param.text('Z', { row: 1 }),
    m: param.text('M'),
    a: param.text('A', { row: 1 }),
    b: param.text('B'),
  }
  const { widget } = await connect(tableOf(params))
  expect((await widget()).params).toMatchObject([
    { paramName: 'm' },
    { paramName: 'b' },
    [{ paramName: 'z' }, { paramName: 'a' }],
  ])
})

const options = () => ['a']

requirement('PAR-01', async (connect) => {
  const params = {
    text: param.text('Text'),
    number: param.number('Number'),
    boolean: param.boolean('Boolean'),
    date: param.date('Date'),
    ticker: param.ticker('Ticker'),
    endpoint: param.endpoint('Endpoint', { options }),
    tabs: param.tabs('Tabs', { options: ['a'] }),
    form: param.form('Form', { inputParams: { button: param.button('Button') }, submit: () => undefined }),
  }
  const { widget } = await connect(tableOf(params))
  expect((await widget()).params).toMatchObject(
    Object.entries(params).map(([paramName, { label }]) => ({ paramName, type: paramName, label })),
  )
})

requirement('PAR-02', async (connect) => {
  expect(await sent(connect, param.text('P', { value: 'a' }))).toMatchObject({ value: 'a' })
  expect((await sent(connect, param.text('P'))).value ?? null).toBeNull()
  expect((await sent(connect, param.text('P', { value: null }))).value ?? null).toBeNull()
  expect(await sent(connect, param.number('P', { value: 0 }))).toMatchObject({ value: 0 })
  expect(await sent(connect, param.boolean('P'))).toMatchObject({ value: false })
  expect(await sent(connect, param.text('P', { value: '' }))).toMatchObject({ value: '' })
})

requirement('PAR-03', expectSent({ description: 'Which bond' }))

requirement('PAR-04', async (connect) => {
  const hidden = param.text('P', { show: false, value: 'a' })
  expect(await sent(connect, hidden)).toMatchObject({ show: false })
  expect(await arrives(connect, hidden, 'p=b')).toBe('b')
})

requirement('PAR-05', expectSent({ placeholder: 'XS…' }))
requirement('PAR-06', expectSent({ style: { popupWidth: 450 } }))

requirement('PAR-07', async (connect) => {
  const files = param.endpoint('Files', { roles: ['fileSelector'], options: () => [] })
  const { param: find } = await connect(one(multiFileViewer({ name: 'Files', params: { files }, load: () => [] })))
  expect(await find('files')).toMatchObject({ roles: ['fileSelector'] })
})

requirement('PAR-08', expectSent({ groupById: 'bonds' }))

requirement('PAR-09', async (connect) => {
  expect(languages).toEqual(['sql', 'javascript', 'python', 'json', 'html', 'css', 'markdown', 'xml', 'text'])
  for (const language of languages) await expectSent({ language })(connect)
  expectError(tableOf({ p: param.text('P', { language: 'ruby' as never }) }), /language/, /sql/)
})

requirement('PAR-10', async (connect) => {
  const free = await sent(connect, param.text('P', { multiple: true }))
  expect(free).toMatchObject({ type: 'text', multiple: true })
  expect(free).not.toHaveProperty('editable')
  const number = param.number('P')
  expectError(tableOf({ p: { ...number, wire: { ...number.wire, multiple: true } } }), /multiple/, /text/)
})

requirement('PAR-11', async (connect) => {
  const choices = await sent(connect, param.text('P', { options: ['a', 'b'], multiSelect: true }))
  expect(choices).toMatchObject({ multiSelect: true })
  expect(await sent(connect, param.endpoint('P', { options, multiSelect: true }))).toMatchObject({ multiSelect: true })
})

requirement('PAR-12', async (connect) => {
  for (const key of ['hidden', 'query', 'min', 'max', 'step', 'row', 'editable']) {
    expect(await sent(connect, param.number('P', { [key]: 1, row: 0 }))).not.toHaveProperty(key)
  }
})

requirement('PAR-13', () => {
  expectError(tableOf({ p: param.endpoint('P', {}) }), /^widget "w" params\.p/, /options/)
})

requirement('VAL-01', async (connect) => {
  for (const text of ['plain', ' spaced ', 'a,b', '100%', 'Ünïcode 漢字 🙂', '"quoted"', '<b>', "o'neil; --", 'null']) {
    expect(await arrives(connect, param.text('P'), `p=${encodeURIComponent(text)}`)).toBe(text)
  }
})

requirement('VAL-02', async (connect) => {
  const tags = param.text('P', { multiple: true })
  expect(await arrives(connect, tags, 'p=a%2Cb')).toEqual(['a', 'b'])
  expect(await arrives(connect, tags, 'p=a')).toEqual(['a'])
})

requirement('VAL-03', async (connect) => {
  const choice = param.text('P', { options: ['a', { label: 'Bee', value: 'b' }] })
  expect(await arrives(connect, choice, 'p=b')).toBe('b')
  await expectInvalid(connect, choice, 'p=Bee')
})

requirement('VAL-04', async (connect) => {
  const choices = param.text('P', { options: ['a', 'b', 'c'], multiSelect: true })
  expect(await arrives(connect, choices, 'p=a%2Cc')).toEqual(['a', 'c'])
  await expectInvalid(connect, choices, 'p=a,z')
})

requirement('VAL-05', async (connect) => {
  const number = param.number('P')
  for (const [text, value] of Object.entries({ 0: 0, '-1.5': -1.5, '1e3': 1000, '.5': 0.5, '007': 7 })) {
    expect(await arrives(connect, number, `p=${text}`)).toBe(value)
  }
  expect(await arrives(connect, param.number('P', { value: 5 }), '')).toBe(5)
  for (const text of ['many', '1,000', 'NaN', 'Infinity', '0x10', '1 2']) {
    await expectInvalid(connect, number, `p=${encodeURIComponent(text)}`)
  }
})

requirement('VAL-06', async (connect) => {
  const flag = param.boolean('P', { value: true })
  expect(await arrives(connect, flag, 'p=false')).toBe(false)
  expect(await arrives(connect, flag, '')).toBe(true)
  expect(await sent(connect, flag)).not.toHaveProperty('options')
  await expectInvalid(connect, flag, 'p=maybe')
})

requirement('VAL-07', async (connect) => {
  const day = param.date('P')
  expect(await arrives(connect, day, 'p=2024-02-29')).toBe('2024-02-29')
  for (const text of ['2026-02-29', '2026-13-01', 'someday', '20260101', '$currentDate-1x', '$today']) {
    await expectInvalid(connect, day, `p=${encodeURIComponent(text)}`)
  }
})

requirement('VAL-08', async (connect) => {
  const ticker = param.ticker('P', { value: 'AAPL' })
  expect(await arrives(connect, ticker, 'p=BRK.B')).toBe('BRK.B')
  expect(await arrives(connect, ticker, '')).toBe('AAPL')
})

requirement('VAL-09', async (connect) => {
  expect(await arrives(connect, param.endpoint('P', { options }), 'p=anything')).toBe('anything')
  expect(await arrives(connect, param.endpoint('P', { options, multiSelect: true }), 'p=a%2Cb')).toEqual(['a', 'b'])
})

requirement('VAL-10', async (connect) => {
  const tabs = param.tabs('P', { options: [{ label: 'IG', value: 'ig' }, 'hy'] })
  expect(await arrives(connect, tabs, 'p=hy')).toBe('hy')
  await expectInvalid(connect, tabs, 'p=IG')
})

requirement('VAL-11', async (connect) => {
  const form = param.form('F', { inputParams: { isin: param.text('ISIN') }, submit: () => undefined })
  const { read } = await connect(tableOf({ form, p: param.text('P') }))
  expect(await read('/widgets/w?form=x&isin=y&p=z')).toEqual([{ p: 'z' }])
})

requirement('VAL-12', async (connect) => {
  const list = ['a', 'b', 'c']
  for (const value of ['a,b', ['a', 'b']] as const) {
    expect(
      await arrives(connect, param.text('P', { options: list, multiSelect: true, value: value as never }), ''),
    ).toEqual(['a', 'b'])
    expect(await arrives(connect, param.text('P', { multiple: true, value: value as never }), '')).toEqual(['a', 'b'])
    expect(
      await arrives(connect, param.endpoint('P', { options, multiSelect: true, value: value as never }), ''),
    ).toEqual(['a', 'b'])
  }
})

/** Friday, 31 October 2025, one minute before midnight UTC. */
const now = Date.UTC(2025, 9, 31, 23, 59)

/** Expects what modifiers are resolved to. */
const expectDays = (days: Readonly<Record<string, string>>) => async (connect: Connect) => {
  for (const [modifier, day] of Object.entries(days)) {
    const arrived = await arrives(connect, param.date('P'), `p=${encodeURIComponent(modifier)}`, now)
    expect([modifier, arrived]).toEqual([modifier, day])
  }
}

requirement('DATE-01', async (connect) => {
  expect(await sent(connect, param.date('P', { value: '$currentDate-3M' }))).toMatchObject({ value: '$currentDate-3M' })
})

requirement('DATE-02', async (connect) => {
  const day = param.date('P', { value: '$currentDate-1w' })
  expect(await arrives(connect, day, '', now)).toBe('2025-10-24')
  expect(await arrives(connect, day, 'p=%24currentDate-2w', now)).toBe('2025-10-17')
})

requirement('DATE-03', expectDays({ $currentDate: '2025-10-31' }))
requirement('DATE-04', expectDays({ '$currentDate+1h': '2025-11-01', '$currentDate-1h': '2025-10-31' }))
requirement('DATE-05', expectDays({ '$currentDate+1d': '2025-11-01', '$currentDate-31d': '2025-09-30' }))
requirement(
  'DATE-06',
  expectDays({ '$currentDate+1b': '2025-11-03', '$currentDate-5b': '2025-10-24', '$currentDate+10b': '2025-11-14' }),
)
requirement('DATE-07', expectDays({ '$currentDate-1w': '2025-10-24', '$currentDate+2w': '2025-11-14' }))
requirement(
  'DATE-08',
  expectDays({
    '$currentDate-1M': '2025-09-30',
    '$currentDate-1m': '2025-09-30',
    '$currentDate+4M': '2026-02-28',
    '$currentDate-8M': '2025-02-28',
  }),
)
requirement('DATE-09', expectDays({ '$currentDate-1q': '2025-07-31', '$currentDate+1q': '2026-01-31' }))
requirement('DATE-10', expectDays({ '$currentDate-1y': '2024-10-31', '$currentDate+10y': '2035-10-31' }))
requirement(
  'DATE-11',
  expectDays({ '$currentDate-1D': '2025-10-30', '$currentDate-1Y': '2024-10-31', '$currentDate-1Q': '2025-07-31' }),
)
requirement('DATE-12', expectDays({ '3/7/2026': '2026-03-07', '12/31/1999': '1999-12-31' }))

requirement('OPT-01', async (connect) => {
  expect(await sent(connect, param.text('P', { options: ['a', { label: 'Bee', value: 'b' }] }))).toMatchObject({
    options: [
      { label: 'a', value: 'a' },
      { label: 'Bee', value: 'b' },
    ],
  })
})

requirement('OPT-02', async (connect) => {
  const choices = [{ label: 'A', value: 'a', extraInfo: { description: 'first', rightOfDescription: 'EUR' } }] as const
  expect(await sent(connect, param.text('P', { options: choices }))).toMatchObject({ options: choices })
  const { read } = await connect(tableOf({ p: param.endpoint('P', { options: () => choices }) }))
  expect(await read('/options/p')).toEqual(choices)
})

requirement('OPT-03', async (connect) => {
  expect(await sent(connect, param.number('P', { options: [1, 2] }))).toMatchObject({
    options: [{ value: 1 }, { value: 2 }],
  })
  const mixed = ['a', 1, true, null].map((value) => ({ label: String(value), value }))
  const { read } = await connect(tableOf({ p: param.endpoint('P', { options: () => mixed }) }))
  expect(await read('/options/p')).toEqual(mixed)
  const wrong = [{ label: 'A', value: { a: 1 } as never }]
  const { send } = await connect(tableOf({ p: param.endpoint('P', { options: () => wrong }) }))
  expect((await send('/options/p')).status).toBe(500)
})

requirement('OPT-04', async (connect) => {
  expect(await sent(connect, param.tabs('P', { options: ['a', 'b'] }))).toMatchObject({ value: 'a' })
  expectError(tableOf({ p: param.tabs('P', { options: [1 as never] }) }), /options/, /text/)
})

requirement('OPT-05', async (connect) => {
  const { read } = await connect(tableOf({ p: param.endpoint('P', { options: () => ['a', 1, false] }) }))
  expect(await read('/options/p')).toEqual([
    { label: 'a', value: 'a' },
    { label: '1', value: 1 },
    { label: 'false', value: false },
  ])
})

const desk = param.text('Desk', { value: 'rates' })
const since = param.date('Since')
const many_ = param.text('Many', { multiple: true })
const dependent = param.endpoint('Book', {
  optionsParams: { desk_id: desk, since, many: many_, limit: 50, open: true },
  options: (values) => [JSON.stringify(values)],
})
const dependents = { desk, since, many: many_, book: dependent }

requirement('DEP-01', async (connect) => {
  expect((await (await connect(tableOf(dependents))).param('book')).optionsParams).toMatchObject({
    desk_id: '$desk',
    since: '$since',
    many: '$many',
  })
})

requirement('DEP-02', async (connect) => {
  const book = await (await connect(tableOf(dependents))).param('book')
  expect(book.optionsParams).toMatchObject({ limit: 50, open: true })
})

requirement('DEP-03', async (connect) => {
  const { read } = await connect(tableOf(dependents))
  const answer = await read('/options/book?desk_id=fx&since=2026-01-02&many=a%2Cb&limit=50&open=true')
  const [{ value }] = answer as [{ value: string }]
  expect(JSON.parse(value)).toEqual({ desk_id: 'fx', since: '2026-01-02', many: ['a', 'b'], limit: 50, open: true })
})

requirement('DEP-04', () => {
  expectError(tableOf({ book: dependent }), /^widget "w" params\.book/, /Desk/)
})

requirement('DEP-05', async (connect) => {
  const { read } = await connect(tableOf({ p: param.endpoint('P', { options }) }))
  expect(await read('/options/p?other=1&p=x&theme=dark')).toEqual([{ label: 'a', value: 'a' }])
})

requirement('SAME-01', async (connect) => {
  const book = param.endpoint('Book', { options })
  const { param: find } = await connect(many({ a: echo({ book }), b: echo({ book }) }))
  expect((await find('book', 'a')).optionsEndpoint).toBe((await find('book', 'b')).optionsEndpoint)
})

requirement('SAME-02', async (connect) => {
  const first = param.endpoint('Book', { options: () => ['first'] })
  const second = param.endpoint('Book', { options: () => ['second'] })
  const { param: find, read } = await connect(many({ a: echo({ book: first }), b: echo({ book: second }) }))
  const [one_, two] = [(await find('book', 'a')).optionsEndpoint, (await find('book', 'b')).optionsEndpoint]
  expect(one_?.split('/').at(-1)).not.toBe(two?.split('/').at(-1))
  expect([await read(`/${one_}`), await read(`/${two}`)]).toMatchObject([[{ value: 'first' }], [{ value: 'second' }]])
})

requirement('OUT-01', async (connect) => {
  const { read } = await connect(tableOf({ p: param.endpoint('P', { options: () => [] }) }))
  expect(await read('/options/p')).toEqual([])
})

requirement('LIM-03', async (connect) => {
  const popup = (popupWidth: number) => param.text('P', { style: { popupWidth } })
  for (const popupWidth of [200, 1000])
    expect(await sent(connect, popup(popupWidth))).toMatchObject({ style: { popupWidth } })
  for (const popupWidth of [199, 1001]) expectError(tableOf({ p: popup(popupWidth) }), /popupWidth/, /200|1000/)
})
