import { desk } from '../desk.fixture.ts'
import type { Slip } from './slips.fixture.ts'

const column = (index: number) => ['widgets', 'bonds', 'data', 'table', 'columnsDefs', index]
const layout = ['apps', 0, 'tabs', 'screen room', 'layout']
const group = ['apps', 0, 'groups', 0]
const bonds = (path: string) => `widget "bonds" ${path}`
const app = (path: string) => `app "Bond desk" ${path}`

/** Slips in apps, agents, and what refers to them. */
export const appSlips: readonly Slip[] = [
  [
    'two apps of one slug',
    [[['apps', 1], { ...desk.apps[0], name: 'bond Desk' }]],
    'error app-name-taken app "bond Desk" name',
  ],
  [
    'a tab that is not its key',
    [[['apps', 0, 'tabs', 'files', 'id'], 'file']],
    `warning tab-id ${app('tabs.files.id')}`,
  ],
  [
    'a placed widget that does not exist',
    [[[...layout, 1, 'i'], 'crad']],
    `warning layout-id ${app('tabs["screen room"].layout[1].i')}`,
  ],
  ['a clock', [[[...layout, 2, 'i'], 'clock']]],
  [
    'a place outside the grid',
    [[[...layout, 2, 'x'], 1]],
    `warning layout-size ${app('tabs["screen room"].layout[2]')}`,
  ],
  ['half a row', [[[...layout, 2, 'h'], 4.5]], `warning layout-size ${app('tabs["screen room"].layout[2]')}`],
  [
    'an overlap',
    [[[...layout, 2, 'y'], 19]],
    `warning layout-overlap ${app('tabs["screen room"].layout[2]')}`,
    `warning layout-overlap ${app('tabs["screen room"].layout[2]')}`,
  ],
  [
    'content under the bar',
    [[['apps', 0, 'tabs', 'files', 'layout', 0, 'y'], 0]],
    `advice layout-under-bar ${app('tabs.files.layout[0].y')}`,
  ],
  [
    'content at the top of a single tab',
    [
      [['apps', 0, 'tabs', 'files'], undefined],
      [[...layout, 0, 'y'], 0],
    ],
  ],
  [
    'a place in an unknown group',
    [[[...layout, 0, 'groups'], ['Group 2']]],
    `warning layout-group-unknown ${app('tabs["screen room"].layout[0].groups[0]')}`,
  ],
  [
    'a start with an unknown parameter',
    [[[...layout, 1, 'state', 'params'], { cusip: 'x' }]],
    `warning state-param-unknown ${app('tabs["screen room"].layout[1].state.params.cusip')}`,
  ],
  [
    'a group with a name of its own',
    [
      [[...group, 'name'], 'Bonds'],
      [[...layout, 0, 'groups'], ['Bonds']],
      [[...layout, 1, 'groups'], ['Bonds']],
    ],
    `advice group-name ${app('groups[0].name')}`,
  ],
  [
    'two groups of one name',
    [[['apps', 0, 'groups', 1], desk.apps[0]?.groups[0]]],
    `warning group-name-taken ${app('groups[1].name')}`,
  ],
  [
    'a group of nothing',
    [[[...group, 'paramName'], undefined]],
    `warning group-param-missing ${app('groups[0].paramName')}`,
  ],
  [
    'a member that does not exist',
    [[[...group, 'widgetIds', 1], 'crad']],
    `warning group-member-unknown ${app('groups[0].widgetIds[1]')}`,
  ],
  [
    'a member without the parameter',
    [[[...group, 'widgetIds', 1], 'files']],
    `warning group-member-param ${app('groups[0].widgetIds[1]')}`,
    `warning layout-group-member ${app('tabs["screen room"].layout[1].groups[0]')}`,
  ],
  [
    'a group of the wrong type',
    [[[...group, 'type'], 'endpointParam']],
    `warning group-member-type ${app('groups[0].widgetIds[1]')}`,
  ],
  [
    'a group over two lists',
    [
      [['widgets', 'card', 'params', 0], { paramName: 'isin', type: 'endpoint', optionsEndpoint: '/a/isins' }],
      [
        ['widgets', 'more'],
        { ...desk.widgets['live'], params: [{ paramName: 'isin', type: 'endpoint', optionsEndpoint: '/a/bonds' }] },
      ],
      [[...group, 'type'], 'endpointParam'],
      [
        [...group, 'widgetIds'],
        ['card', 'more'],
      ],
    ],
    `warning group-member-source ${app('groups[0]')}`,
    `warning layout-group-member ${app('tabs["screen room"].layout[0].groups[0]')}`,
  ],
  [
    'a mention of nobody',
    [[['apps', 0, 'prompts', 0], 'Explain @[id:bond]']],
    `warning prompt-mention ${app('prompts[0]')}`,
  ],
  [
    'a relative MCP server',
    [[['apps', 0, 'mcp_servers', 0, 'url'], 'mcp/']],
    `error mcp-url ${app('mcp_servers[0].url')}`,
  ],
  [
    'an agent of someone else',
    [[['apps', 0, 'selected_agent'], 'other']],
    `advice selected-agent ${app('selected_agent')}`,
  ],
  [
    'another machine without encryption',
    [[['widgets', 'card', 'endpoint'], 'http://data.example.com/bond']],
    'warning endpoint-insecure widget "card" endpoint',
  ],
  ['the own machine without encryption', [[['widgets', 'card', 'endpoint'], 'http://127.0.0.1:8000/bond']]],
  [
    'a socket without encryption',
    [[['widgets', 'live', 'wsEndpoint'], 'ws://data.example.com/live']],
    'warning endpoint-insecure widget "live" wsEndpoint',
  ],
  [
    'a placeholder in a socket',
    [[['widgets', 'live', 'wsEndpoint'], 'live/{venue}']],
    'warning endpoint-placeholder widget "live" wsEndpoint',
  ],
  [
    'a width below its least',
    [[['widgets', 'bonds', 'gridData', 'w'], 8]],
    `warning grid-limits ${bonds('gridData.w')}`,
  ],
  [
    'a placed height above its most',
    [[[...layout, 1, 'maxH'], 10]],
    `warning grid-limits ${app('tabs["screen room"].layout[1].h')}`,
  ],
  [
    'choices for a date',
    [[['widgets', 'bonds', 'params', 1, 0, 'optionsEndpoint'], 'days']],
    `warning param-key-unread ${bonds('params[1][0].optionsEndpoint')}`,
  ],
  [
    'a language for a number',
    [[['widgets', 'bonds', 'params', 1, 3, 'type'], 'number']],
    `warning param-key-unread ${bonds('params[1][3].language')}`,
  ],
  [
    'colour rules that nobody reads',
    [
      [
        [...column(2), 'renderFn'],
        ['hoverCard', 'cellOnClick'],
      ],
    ],
    `warning render-fn-unused ${bonds('data.table.columnsDefs[2].renderFnParams.colorRules')}`,
  ],
  [
    'a click outside of every group',
    [
      [['apps', 0, 'groups'], []],
      [[...layout, 0, 'groups'], undefined],
      [[...layout, 1, 'groups'], undefined],
    ],
    `warning click-ungrouped ${app('tabs["screen room"].layout[0]')}`,
  ],
  [
    'a start with a value that is no choice',
    [[[...layout, 0, 'state'], { params: { rating: 'junk' } }]],
    `warning state-param-value ${app('tabs["screen room"].layout[0].state.params.rating')}`,
  ],
  ['a start with one of the choices', [[[...layout, 0, 'state'], { params: { rating: 'hy' } }]]],
  [
    'a chart that starts over a field without a column',
    [[[...layout, 0, 'state'], { chartView: { enabled: true, cellRangeCols: { line: ['day', 'yeild'] } } }]],
    `warning chart-field-unknown ${app('tabs["screen room"].layout[0].state.chartView.cellRangeCols.line[1]')}`,
  ],
  [
    'a group that starts with a value that is no choice',
    [
      [['widgets', 'card', 'params', 0, 'options'], [{ label: 'One', value: 'XS1' }]],
      [[...group, 'defaultValue'], 'XS2'],
    ],
    `warning group-default ${app('groups[0].defaultValue')}`,
  ],
  [
    'a group of one',
    [
      [['widgets', 'bonds', 'data', 'table', 'columnsDefs', 0, 'renderFnParams'], undefined],
      [['widgets', 'bonds', 'data', 'table', 'columnsDefs', 0, 'renderFn'], undefined],
      [[...group, 'widgetIds'], ['card']],
      [[...layout, 0, 'groups'], []],
    ],
    `advice group-alone ${app('groups[0]')}`,
  ],
  [
    'a search without its other half',
    [[['agents', 'desk-helper', 'features', 'widget-global-search'], true]],
    'warning agent-feature-need agent "desk-helper" features.widget-global-search',
  ],
  [
    'thumbs that go nowhere',
    [
      [['agents', 'desk-helper', 'features', 'feedback'], true],
      [['agents', 'desk-helper', 'endpoints', 'feedback'], undefined],
    ],
    'warning agent-feature-need agent "desk-helper" features.feedback',
  ],
  [
    'a feature with a slip',
    [[['agents', 'desk-helper', 'features', 'widget-dashboard-selct'], true]],
    'advice agent-feature-name agent "desk-helper" features.widget-dashboard-selct',
  ],
  [
    'a control that starts with none of its options',
    [[['agents', 'desk-helper', 'features', 'model', 'default'], 'm2']],
    'warning param-default agent "desk-helper" features.model.default',
  ],
  [
    'a control without options',
    [[['agents', 'desk-helper', 'features', 'model', 'options'], []]],
    'warning options-missing agent "desk-helper" features.model',
  ],
]
