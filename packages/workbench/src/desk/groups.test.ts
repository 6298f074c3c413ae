import type { AcceptedWidget, WireParam } from 'deskwright/spec'
import { describe, expect, test } from 'vitest'
import { addWidget } from './change-items.ts'
import { countIds, toApp } from './desk.fixture.ts'
import { type Desk, itemsOf } from './desk.ts'
import { leaveGroup, linkItems, toLinkKey, toLinks } from './groups.ts'
import { toEmptyDesk } from './new-desk.ts'
import { openApp } from './open-app.ts'
import { setValues } from './set-values.ts'

const symbol: WireParam = { paramName: 'symbol', type: 'endpoint', optionsEndpoint: '/a/symbols', value: 'AAPL' }
const toWidget = (...params: readonly WireParam[]): AcceptedWidget => ({
  name: 'Widget',
  description: 'A widget',
  type: 'table',
  endpoint: 'data',
  params,
})
const widgets: Readonly<Record<string, AcceptedWidget>> = {
  prices: toWidget(symbol),
  news: toWidget({ ...symbol, optionsEndpoint: 'b/symbols/' }),
  other: toWidget({ ...symbol, optionsEndpoint: 'tickers' }),
}
const find = ({ widget }: { readonly widget: string }) => widgets[widget]

function toDesk(...names: readonly string[]): Desk {
  const createId = countIds()
  return names.reduce(
    (desk, id) => addWidget(desk, '', { backend: 'http://desk', id, widget: widgets[id]! }, createId()),
    toEmptyDesk('desk', 'Desk'),
  )
}

describe('a group of an app', () => {
  const app = toApp({
    tabs: {
      '': {
        id: '',
        name: '',
        layout: [
          { i: 'screener', x: 0, y: 0, w: 10, h: 5 },
          { i: 'card', x: 10, y: 0, w: 10, h: 5 },
          { i: 'card', x: 20, y: 0, w: 10, h: 5, groups: [] },
        ],
      },
    },
    groups: [
      { name: 'Group 1', type: 'param', paramName: 'isin', widgetIds: ['screener', 'card'], defaultValue: 'XS1' },
    ],
  })
  const desk = openApp(app, 'http://desk', countIds())

  test('takes in the items that name no groups, and gives them its default', () => {
    expect(itemsOf(desk).map(({ groups, values }) => [groups, values])).toEqual([
      [['Group 1'], { isin: 'XS1' }],
      [['Group 1'], { isin: 'XS1' }],
      [[], {}],
    ])
  })

  test('moves with any of its members, also with one that has no such param', () => {
    const moved = setValues(desk, itemsOf(desk)[0]!.id, { isin: 'XS2', side: 'buy' })
    expect(itemsOf(moved).map(({ values }) => values)).toEqual([{ isin: 'XS2', side: 'buy' }, { isin: 'XS2' }, {}])
  })

  test('leaves the desk as it is when nothing changes', () => {
    expect(setValues(desk, itemsOf(desk)[0]!.id, { isin: 'XS1' })).toBe(desk)
  })

  test('has a name that Workspace knows', () => {
    const odd = { ...app, groups: app.groups.map((group) => ({ ...group, name: 'Bonds' })) }
    expect(itemsOf(openApp(odd, 'http://desk', countIds())).map(({ groups }) => groups)).toEqual([
      ['Group 1'],
      ['Group 1'],
      [],
    ])
  })
})

describe('params of the same name', () => {
  test('link when their choices come from the same segment of a path', () => {
    const links = toLinks(toDesk('prices', 'news', 'other'), 'item-1', find)
    expect(links).toEqual([{ param: symbol, items: ['item-1', 'item-2'] }])
  })

  test('link by the id of their group before the path', () => {
    const widget = toWidget({ ...symbol, groupById: 'universe' })
    expect(toLinkKey(widget.params![0] as WireParam, widget)).toBe('endpoint symbol universe')
  })

  test('do not link over two params that take their choices from one endpoint', () => {
    const widget = toWidget(symbol, { ...symbol, paramName: 'peer' })
    expect(toLinkKey(symbol, widget)).toBe('endpoint symbol symbol-symbols')
  })

  test('become a group that has the first one’s value, and an item that leaves keeps it', () => {
    const desk = setValues(toDesk('prices', 'news'), 'item-2', { symbol: 'MSFT' })
    const linked = linkItems(desk, symbol, ['item-1', 'item-2'])
    expect(linked.groups).toEqual([{ name: 'Group 1', type: 'endpointParam', paramName: 'symbol' }])
    expect(itemsOf(linked).map(({ values }) => values)).toEqual([{ symbol: 'MSFT' }, { symbol: 'MSFT' }])
    const moved = setValues(leaveGroup(linked, 'item-2', 'Group 1'), 'item-1', { symbol: 'IBM' })
    expect(itemsOf(moved).map(({ values }) => values)).toEqual([{ symbol: 'IBM' }, { symbol: 'MSFT' }])
  })

  test('have no group when the last member has left', () => {
    const linked = linkItems(toDesk('prices'), symbol, ['item-1'])
    expect(leaveGroup(linked, 'item-1', 'Group 1').groups).toEqual([])
  })

  test('let a widget that comes later join the group', () => {
    const linked = linkItems(toDesk('prices'), symbol, ['item-1'])
    const joined = addWidget(linked, '', { backend: 'http://desk', id: 'news', widget: widgets['news']! }, 'item-9')
    expect(itemsOf(joined).map(({ groups }) => groups)).toEqual([['Group 1'], ['Group 1']])
  })
})
