import { app, group, layout, place } from './example.ts'
import type { Rule } from './rule.ts'

const tab = (id: string, ...items: readonly object[]) => ({ id, name: id, layout: items })
const sized = (name: string, value: string) => ({
  name,
  description: 'Of the day',
  type: 'table',
  endpoint: value,
  params: [{ paramName: 'view', type: 'text', value: 'day', options: [{ label: 'Day', value: 'day' }] }],
})
const choosy = { prices: sized('Prices', 'prices'), trades: sized('Trades', 'trades') }
const fromList = (name: string, optionsEndpoint: string) => ({
  ...sized(name, name.toLowerCase()),
  params: [{ paramName: 'symbol', type: 'endpoint', optionsEndpoint }],
})
const joined = (...names: readonly string[]) => ({
  '': {
    id: '',
    name: '',
    layout: [place('prices', 0, { groups: names }), place('trades', 20, { groups: ['Group 1'] })],
  },
})
const pair = { name: 'Group 1', type: 'param', paramName: 'symbol', widgetIds: ['prices', 'trades'] }

/** Rules about apps: tabs, layouts, groups and prompts. */
export const appRules = {
  'tab-id': {
    spec: 'apps-json §3',
    bad: app({ tabs: { main: { ...tab('main', place('prices')), id: 'first' } } }),
    good: app({ tabs: { main: tab('main', place('prices')) } }),
  },
  'layout-id': {
    spec: 'apps-json §4',
    bad: layout(place('price'), place('trades', 20)),
    good: layout(place('prices'), place('trades', 20)),
  },
  'layout-size': {
    spec: 'apps-json §4',
    bad: layout(place('prices', 0), place('trades', 30)),
    good: layout(place('prices', 0), place('trades', 20)),
  },
  'layout-overlap': {
    spec: 'apps-json §9',
    bad: layout(place('prices', 0), place('trades', 10)),
    good: layout(place('prices', 0), place('trades', 20)),
  },
  'layout-under-bar': {
    spec: 'apps-json §3',
    bad: app({ tabs: { one: tab('one', place('prices', 0, { y: 2 })), two: tab('two', place('trades')) } }),
    good: app({
      tabs: { one: tab('one', place('prices', 0, { y: 2 })), two: tab('two', place('trades', 0, { y: 2 })) },
    }),
  },
  'layout-group-unknown': {
    spec: 'apps-json §5',
    bad: app({ tabs: joined('Group 1', 'Group 2'), groups: [pair] }),
    good: app({ tabs: joined('Group 1'), groups: [pair] }),
  },
  'layout-group-member': {
    spec: 'apps-json §5',
    bad: app({ tabs: joined('Group 1'), groups: [{ ...pair, widgetIds: ['prices'] }] }),
    good: app({ tabs: joined('Group 1'), groups: [pair] }),
  },
  'state-param-unknown': {
    spec: 'apps-json §4.1',
    bad: layout(place('prices', 0, { state: { params: { ticker: 'MSFT' } } })),
    good: layout(place('prices', 0, { state: { params: { symbol: 'MSFT' } } })),
  },
  'state-param-value': {
    spec: 'apps-json §4.1',
    bad: app({ tabs: { '': tab('', place('prices', 0, { state: { params: { view: 'month' } } })) } }, choosy),
    good: app({ tabs: { '': tab('', place('prices', 0, { state: { params: { view: 'day' } } })) } }, choosy),
  },
  'group-name': { spec: 'apps-json §5', bad: group({ name: 'Symbols' }), good: group({}) },
  'group-name-taken': {
    spec: 'apps-json §5',
    bad: app({ groups: [pair, pair] }),
    good: app({ groups: [pair] }),
  },
  'group-param-missing': { spec: 'apps-json §5', bad: group({ paramName: undefined }), good: group({}) },
  'group-member-unknown': {
    spec: 'apps-json §5',
    bad: group({ widgetIds: ['prices', 'trades', 'news'] }),
    good: group({}),
  },
  'group-member-param': {
    spec: 'apps-json §5',
    bad: group({}, { ...(app({}).documents.widgets as object), trades: { ...sized('Trades', 'trades'), params: [] } }),
    good: group({}),
  },
  'group-member-type': {
    spec: 'apps-json §5',
    bad: group({}, { ...(app({}).documents.widgets as object), trades: fromList('Trades', 'symbols') }),
    good: group(
      { type: 'endpointParam' },
      { prices: fromList('Prices', 'symbols'), trades: fromList('Trades', 'symbols') },
    ),
  },
  'group-member-source': {
    spec: 'widgets-json §6.7',
    bad: group(
      { type: 'endpointParam' },
      { prices: fromList('Prices', 'symbols'), trades: fromList('Trades', 'bonds') },
    ),
    good: group(
      { type: 'endpointParam' },
      { prices: fromList('Prices', 'symbols'), trades: fromList('Trades', 'symbols') },
    ),
  },
  'group-default': {
    spec: 'apps-json §5',
    bad: group({ paramName: 'view', defaultValue: 'month' }, choosy),
    good: group({ paramName: 'view', defaultValue: 'day' }, choosy),
  },
  'group-alone': {
    spec: 'apps-json §5',
    bad: group({ widgetIds: ['prices'] }),
    good: group({ widgetIds: ['prices', 'trades'] }),
  },
  'prompt-mention': {
    spec: 'apps-json §6',
    bad: app({ prompts: ['What moved in @[id:price]?'] }),
    good: app({ prompts: ['What moved in @[id:prices]?'] }),
  },
} as const satisfies Readonly<Record<string, Rule>>
