import { app, column, group, param, table, type Params } from 'deskwright'
import { expect } from 'vitest'
import { many } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

/** Reads the app of two widgets that share a parameter. */
const sharing = async (connect: Connect, shared: Params[string]) => {
  const first = table({ name: 'First', params: { p: shared }, load: () => [] })
  const second = table({ name: 'Second', params: { p: shared }, load: () => [] })
  const desk = app({ name: 'Desk', tabs: { One: [[first, second]] } })
  return (await (await connect(many({ first, second }, { apps: [desk] }))).apps())[0]
}

const groupOf = async (connect: Connect, shared: Params[string]) => (await sharing(connect, shared))?.groups[0]

const isin = param.text('ISIN')
const day = param.date('Day')
const book = param.endpoint('Book', { value: 'main', options: () => ['main'] })

requirement('GRP-01', async (connect) => {
  const params = { isin, day, book }
  const first = table({ name: 'First', params, load: () => [] })
  const second = table({ name: 'Second', params, load: () => [] })
  const desk = app({ name: 'Desk', tabs: { One: [[first, second]] } })
  const [found] = await (await connect(many({ first, second }, { apps: [desk] }))).apps()
  expect(found?.groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2', 'Group 3'])
})

requirement('GRP-02', async (connect) => {
  const tabs = param.tabs('Tabs', { options: ['a', 'b'] })
  for (const shared of [isin, day, param.number('N'), param.boolean('B'), tabs, param.text('C', { options: ['a'] })]) {
    expect(await groupOf(connect, shared)).toMatchObject({ type: 'param', paramName: 'p' })
  }
})

requirement('GRP-03', async (connect) => {
  expect(await groupOf(connect, book)).toMatchObject({ type: 'endpointParam', paramName: 'p' })
})

requirement('GRP-04', async (connect) => {
  const found = await groupOf(connect, param.ticker('Symbol', { value: 'AAPL' }))
  expect(found).toMatchObject({ type: 'ticker' })
  expect(found).not.toHaveProperty('paramName')
})

requirement('GRP-05', async (connect) => {
  expect(await groupOf(connect, isin)).toMatchObject({ paramName: 'p' })
})

requirement('GRP-06', async (connect) => {
  expect(await groupOf(connect, isin)).toMatchObject({ widgetIds: ['first', 'second'] })
})

requirement('GRP-07', async (connect) => {
  expect(await groupOf(connect, book)).toMatchObject({ defaultValue: 'main' })
  const first = table({ name: 'First', params: { book }, load: () => [] })
  const second = table({ name: 'Second', params: { book }, load: () => [] })
  const groups = [group(book, { defaultValue: 'hedge' })]
  const desk = app({ name: 'Desk', tabs: { One: [[first, second]] }, groups })
  const [found] = await (await connect(many({ first, second }, { apps: [desk] }))).apps()
  expect(found?.groups).toMatchObject([{ defaultValue: 'hedge' }])
})

requirement('GRP-08', async (connect) => {
  const first = table({ name: 'First', params: { isin, book }, load: () => [] })
  const second = table({ name: 'Second', params: { isin }, load: () => [] })
  const third = table({ name: 'Third', params: { book }, load: () => [] })
  const desk = app({ name: 'Desk', tabs: { One: [[first, second]], Two: [[third]] } })
  const { apps, widgets } = await connect(many({ first, second, third }, { apps: [desk] }))
  const [found] = await apps()
  const sent = await widgets()
  expect(found?.groups).toHaveLength(2)
  for (const { i, groups = [] } of Object.values(found?.tabs ?? {}).flatMap(({ layout }) => layout)) {
    const names = (sent[i]?.params ?? []).flat().map(({ paramName }) => paramName)
    for (const { name, paramName = '', widgetIds } of found?.groups ?? []) {
      expect([i, name, groups.includes(name)]).toEqual([i, name, names.includes(paramName)])
      expect([i, name, widgetIds.includes(i)]).toEqual([i, name, names.includes(paramName)])
    }
  }
})

requirement('GRP-09', async (connect) => {
  const list = table({ name: 'List', columns: { isin: column.text('ISIN', { sets: isin }) }, load: () => [] })
  const card = table({ name: 'Card', params: { isin }, load: () => [] })
  const desk = app({ name: 'Desk', tabs: { One: [[list, card]] } })
  const { apps, widget } = await connect(many({ list, card }, { apps: [desk] }))
  const [found] = await apps()
  expect(found?.groups).toMatchObject([{ widgetIds: ['list', 'card'] }])
  expect(Object.values(found?.tabs ?? {})[0]?.layout.map(({ groups }) => groups)).toEqual([['Group 1'], ['Group 1']])
  expect(await widget('list')).not.toHaveProperty('params')
})
