import { type AcceptedWidget, appsSchema, readApps, type WireApp } from 'deskwright/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countIds, receivedApps, toApp } from './desk.fixture.ts'
import type { Desk } from './desk.ts'
import { exportApp } from './export-app.ts'
import { openApp } from './open-app.ts'
import { inReadingOrder } from './rect.ts'

/** What a person sees: no ids, items in reading order. */
function toScreen({ name, tabs, groups, about }: Desk): unknown {
  const seen = tabs.map(({ id, name, items }) => ({
    id,
    name,
    items: inReadingOrder(items).map(({ id: _id, ...rest }) => rest),
  }))
  const used = groups.filter(({ name }) => tabs.some(({ items }) => items.some((item) => item.groups.includes(name))))
  return { name, tabs: seen, about, groups: used.map(({ defaultValue: _value, ...group }) => group) }
}

function open(app: WireApp): Desk {
  return openApp(app, 'http://desk', countIds())
}

test('what is exported passes the exact schema, and opened again it is the same screen', () => {
  fc.assert(
    fc.property(receivedApps, (received) => {
      const desk = open(readApps([received]).document![0]!)
      const exported = exportApp(desk, 'http://desk')
      const document = JSON.parse(JSON.stringify([exported])) as unknown
      expect(appsSchema.safeParse(document).error?.issues ?? []).toEqual([])
      const read = readApps(document)
      expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(toScreen(open(read.document![0]!))).toEqual(toScreen(desk))
    }),
  )
})

test('an app that needs no mending is exported as it came', () => {
  const layout = [
    { i: 'screener', x: 0, y: 2, w: 24, h: 18, groups: ['Group 1'] },
    { i: 'card', x: 24, y: 2, w: 16, h: 18, groups: ['Group 1'], state: { params: { isin: 'XS1' } } },
  ]
  const app = toApp({
    tabs: { screen: { id: 'screen', name: 'Screen', layout }, more: { id: 'more', name: 'More', layout: [] } },
    groups: [
      {
        name: 'Group 1',
        type: 'endpointParam',
        paramName: 'isin',
        defaultValue: 'XS1',
        widgetIds: ['screener', 'card'],
      },
    ],
  })
  const withValues = layout.map((item) => ({ ...item, state: { params: { isin: 'XS1' } } }))
  expect(exportApp(open(app), 'http://desk')).toEqual({
    ...app,
    tabs: { ...app.tabs, screen: { id: 'screen', name: 'Screen', layout: withValues } },
  })
})

test('widgets of other backends are left out', () => {
  const app = toApp({ tabs: { '': { id: '', name: '', layout: [{ i: 'card', x: 0, y: 0, w: 10, h: 5 }] } } })
  expect(exportApp(open(app), 'http://other').tabs).toEqual({ '': { id: '', name: '', layout: [] } })
})

test('an item of no group says so where a group names its widget', () => {
  const card = { i: 'card', x: 0, y: 0, w: 10, h: 5 }
  const app = toApp({
    tabs: {
      '': {
        id: '',
        name: '',
        layout: [
          { ...card, groups: ['Group 1'] },
          { ...card, x: 10, groups: [] },
        ],
      },
    },
    groups: [{ name: 'Group 1', type: 'param', paramName: 'from', widgetIds: ['card'] }],
  })
  const again = open(exportApp(open(app), 'http://desk'))
  expect(again.tabs[0]?.items.map(({ groups }) => groups)).toEqual([['Group 1'], []])
})

test('a value that a widget only sends is not among its params', () => {
  const card = { i: 'card', x: 0, y: 0, w: 10, h: 5, state: { params: { isin: 'XS1', side: 'buy' } } }
  const app = toApp({ tabs: { '': { id: '', name: '', layout: [card] } } })
  const widget: AcceptedWidget = {
    name: 'Card',
    description: 'A bond',
    type: 'metric',
    endpoint: 'card',
    params: [{ paramName: 'isin', type: 'text' }],
  }
  const [item] = exportApp(open(app), 'http://desk', () => widget).tabs['']!.layout
  expect(item?.state).toEqual({ params: { isin: 'XS1' } })
})
