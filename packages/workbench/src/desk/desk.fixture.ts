import fc from 'fast-check'
import type { WireApp } from 'deskwright/spec'

/** Counts: `item-1`, `item-2`, … */
export function countIds(): () => string {
  let count = 0
  return () => `item-${(count += 1)}`
}

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
)
const widgetId = fc.constantFrom('prices', 'news', 'card', 'screener', 'rich_note_1')
const paramName = fc.constantFrom('symbol', 'from', 'ticker', 'desk')
const groupName = fc.constantFrom('Group 1', 'Group 2', 'Group 7', 'Symbols', 'Group 0')

const item = fc.record(
  {
    i: widgetId,
    x: fc.integer({ min: -3, max: 50 }),
    y: fc.integer({ min: 0, max: 60 }),
    w: fc.double({ min: 0, max: 60, noNaN: true }),
    h: fc.integer({ min: 0, max: 120 }),
    minW: fc.integer({ min: 1, max: 20 }),
    static: fc.boolean(),
    groups: fc.array(groupName, { maxLength: 3 }),
    state: fc.record(
      {
        params: fc.dictionary(paramName, value),
        chartView: fc.record({ enabled: fc.boolean(), chartType: fc.constant('line') }),
        columnState: fc.constant({ default: { sort: { sortModel: [] } } }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['i', 'x', 'y', 'w', 'h'] },
)

const group = fc.record(
  {
    name: groupName,
    type: fc.constantFrom('param', 'endpointParam', 'ticker'),
    paramName,
    widgetIds: fc.array(widgetId, { maxLength: 4 }),
    defaultValue: value,
  },
  { requiredKeys: ['name', 'type', 'widgetIds'] },
)

/** Apps as backends send them, before anything has read them: overlapping, off the grid, with odd groups. */
export const receivedApps: fc.Arbitrary<unknown> = fc.record(
  {
    name: fc.string(),
    description: fc.string(),
    img: fc.webUrl(),
    prompts: fc.array(fc.string(), { maxLength: 2 }),
    selected_agent: fc.string(),
    mcp_servers: fc.array(fc.record({ name: fc.string(), url: fc.oneof(fc.webUrl(), fc.string()) }), { maxLength: 2 }),
    allowCustomization: fc.boolean(),
    groups: fc.uniqueArray(group, { maxLength: 4, selector: ({ name }) => name }),
    tabs: fc
      .uniqueArray(
        fc.record({ key: fc.oneof(fc.string(), fc.nat().map(String)), layout: fc.array(item, { maxLength: 8 }) }),
        {
          maxLength: 4,
          selector: ({ key }) => key,
        },
      )
      .map((tabs) => Object.fromEntries(tabs.map(({ key, layout }) => [key, { id: key, name: `Tab ${key}`, layout }]))),
  },
  { requiredKeys: ['name', 'tabs'] },
)

/** An app with one tab; groups and items as given. */
export function toApp(parts: Partial<WireApp>): WireApp {
  return {
    name: 'Desk',
    img: '',
    img_dark: '',
    img_light: '',
    allowCustomization: true,
    tabs: {},
    groups: [],
    prompts: [],
    ...parts,
  }
}
