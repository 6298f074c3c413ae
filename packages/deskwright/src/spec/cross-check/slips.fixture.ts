import { desk } from '../desk.fixture.ts'

/** Another value at a place of a sound backend. */
export type Change = readonly [path: readonly (string | number)[], value: unknown]

const column = (index: number) => ['widgets', 'bonds', 'data', 'table', 'columnsDefs', index]
const group = ['apps', 0, 'groups', 0]
const bonds = (path: string) => `widget "bonds" ${path}`
const app = (path: string) => `app "Bond desk" ${path}`

/** What is changed in a sound backend, and the only findings that follow. */
export type Slip = readonly [title: string, changes: readonly Change[], ...found: readonly string[]]

/** Slips in widgets. */
export const widgetSlips: readonly Slip[] = [
  ['an id with a slash', [[['widgets', 'a/b'], { ...desk.widgets['live'] }]], 'advice widget-id widget "a/b"'],
  ['no words', [[['widgets', 'live', 'description'], ' ']], 'advice text-empty widget "live" description'],
  [
    'a query in an endpoint with parameters',
    [[['widgets', 'card', 'endpoint'], 'bond?x=1']],
    'warning endpoint-query widget "card" endpoint',
  ],
  ['a query in an endpoint without parameters', [[['widgets', 'live', 'endpoint'], 'live?x=1']]],
  [
    'a query in an options endpoint',
    [[['widgets', 'bonds', 'params', 1, 1, 'optionsEndpoint'], 'issuers?all=1']],
    `warning endpoint-query ${bonds('params[1][1].optionsEndpoint')}`,
  ],
  [
    'a placeholder without its parameter',
    [[['widgets', 'bonds', 'endpoint'], 'bonds/{rating}/{book}']],
    `warning endpoint-placeholder ${bonds('endpoint')}`,
  ],
  [
    'one request for two kinds of answers',
    [
      [['widgets', 'live', 'endpoint'], '/other/'],
      [['widgets', 'note'], { ...desk.widgets['live'], type: 'metric', endpoint: 'other' }],
    ],
    'warning endpoint-shared widget "note" endpoint',
  ],
  ['one request for one kind of answers', [[['widgets', 'live2'], desk.widgets['live']]]],
  [
    'one path with other parameters',
    [[['widgets', 'live2'], { ...desk.widgets['live'], type: 'metric', params: [{ paramName: 'a', type: 'text' }] }]],
  ],
  [
    'a page without encryption',
    [
      [['widgets', 'card', 'type'], 'iframe'],
      [['widgets', 'card', 'raw'], undefined],
      [['widgets', 'card', 'endpoint'], 'http://example.com'],
    ],
    'warning iframe-url widget "card" endpoint',
  ],
  [
    'a page of the own machine',
    [
      [['widgets', 'card', 'type'], 'iframe'],
      [['widgets', 'card', 'raw'], undefined],
      [['widgets', 'card', 'endpoint'], 'http://[::1]:8000/x'],
    ],
  ],
  ['a stale time of 0', [[['widgets', 'bonds', 'staleTime'], 0]], `error interval-short ${bonds('staleTime')}`],
  [
    'an interval of NaN',
    [
      [['widgets', 'bonds', 'staleTime'], false],
      [['widgets', 'bonds', 'refetchInterval'], NaN],
    ],
    `error interval-short ${bonds('refetchInterval')}`,
  ],
  [
    'a stale time above the interval',
    [[['widgets', 'bonds', 'staleTime'], 120_001]],
    `warning stale-time-long ${bonds('staleTime')}`,
  ],
  [
    'a schedule of six fields',
    [[['widgets', 'history', 'refetchInterval'], '0 */5 * * * *']],
    'warning cron-illegal widget "history" refetchInterval',
  ],
  [
    'a schedule in words',
    [[['widgets', 'bonds', 'dataUpdateDisplay'], 'daily']],
    `warning cron-illegal ${bonds('dataUpdateDisplay')}`,
  ],
  ['a width of 50', [[['widgets', 'bonds', 'gridData', 'w'], 50]], `warning grid-size ${bonds('gridData.w')}`],
  ['a raw view of metrics', [[['widgets', 'card', 'type'], 'metric']], 'advice raw-unsupported widget "card" raw'],
  [
    'a live grid without a socket',
    [[['widgets', 'live', 'wsEndpoint'], undefined]],
    'warning live-grid-socket widget "live" wsEndpoint',
  ],
  [
    'a live grid without row ids',
    [[['widgets', 'live', 'data'], undefined]],
    'warning live-grid-row-id widget "live" data.wsRowIdColumn',
  ],
  [
    'an omni without a prompt',
    [[['widgets', 'ask', 'params', 0, 'paramName'], 'question']],
    'warning omni-prompt widget "ask" params',
  ],
  [
    'a file viewer without a selector',
    [[['widgets', 'files', 'params'], undefined]],
    'error file-selector widget "files" params',
  ],
  [
    'two parameters of one name',
    [[['widgets', 'bonds', 'params', 1, 2, 'paramName'], 'script']],
    `warning param-duplicate ${bonds('params[1][3]')}`,
  ],
  [
    'a default that is no choice',
    [[['widgets', 'bonds', 'params', 0, 0, 'value'], 'all']],
    `warning param-default ${bonds('params[0][0].value')}`,
  ],
  [
    'a default that is no date',
    [[['widgets', 'bonds', 'params', 1, 0, 'value'], 'yesterday']],
    `warning param-default ${bonds('params[1][0].value')}`,
  ],
  ['a default in the American order', [[['widgets', 'bonds', 'params', 1, 0, 'value'], '3/31/2026']]],
  [
    'choices from nowhere',
    [[['widgets', 'bonds', 'params', 1, 1, 'optionsEndpoint'], undefined]],
    `warning options-missing ${bonds('params[1][1]')}`,
  ],
  [
    'choices by an unknown parameter',
    [[['widgets', 'bonds', 'params', 1, 1, 'optionsParams', 'rating'], '$ratings']],
    `warning options-param-unknown ${bonds('params[1][1].optionsParams.rating')}`,
  ],
  [
    "choices of a form's field by an unknown parameter",
    [[['widgets', 'bonds', 'params', 1, 4, 'inputParams', 0, 'optionsParams', 'issuer'], '$nobody']],
    `warning options-param-unknown ${bonds('params[1][4].inputParams[0].optionsParams.issuer')}`,
  ],
  [
    'tabs of numbers',
    [[['widgets', 'bonds', 'params', 0, 0, 'options', 1, 'value'], 2]],
    `warning value-illegal ${bonds('params[0][0].options[1].value')}`,
  ],
  [
    'a form that goes nowhere',
    [[['widgets', 'bonds', 'params', 1, 4, 'endpoint'], undefined]],
    `warning form-part ${bonds('params[1][4].endpoint')}`,
  ],
  [
    'a form without a button',
    [[['widgets', 'bonds', 'params', 1, 4, 'inputParams'], []]],
    `warning form-part ${bonds('params[1][4].inputParams')}`,
  ],
  [
    'a form that is a text',
    [[['widgets', 'bonds', 'params', 1, 4, 'type'], 'text']],
    `warning value-illegal ${bonds('params[1][4].type')}`,
  ],
  [
    'two columns of one field',
    [[[...column(3), 'field'], 'day']],
    `warning column-duplicate ${bonds('data.table.columnsDefs[3]')}`,
  ],
  [
    'a yellow cell',
    [[[...column(2), 'renderFnParams', 'colorRules', 0, 'color'], 'yellow']],
    `error color-illegal ${bonds('data.table.columnsDefs[2].renderFnParams.colorRules[0].color')}`,
  ],
  [
    'colours without rules',
    [[[...column(2), 'renderFnParams', 'colorRules'], undefined]],
    `warning render-fn-need ${bonds('data.table.columnsDefs[2].renderFnParams')}`,
  ],
  [
    'a click without an action',
    [[[...column(2), 'renderFnParams', 'actionType'], undefined]],
    `warning render-fn-need ${bonds('data.table.columnsDefs[2].renderFnParams')}`,
  ],
  [
    'a chart over a field without a column',
    [[['widgets', 'bonds', 'data', 'table', 'chartView', 'cellRangeCols', 'line', 1], 'yeild']],
    `warning chart-field-unknown ${bonds('data.table.chartView.cellRangeCols.line[1]')}`,
  ],
  [
    'a chart over a field that shows without a column',
    [
      [['widgets', 'bonds', 'data', 'table', 'chartView', 'cellRangeCols', 'line', 1], 'yeild'],
      [['widgets', 'bonds', 'data', 'table', 'showAll'], true],
    ],
  ],
  [
    'a click that nobody receives',
    [
      [[...column(0), 'renderFnParams', 'groupBy', 'paramName'], 'cusip'],
      [[...group, 'widgetIds'], ['card']],
    ],
    `warning click-target ${bonds('data.table.columnsDefs[0].renderFnParams.groupBy.paramName')}`,
    `warning layout-group-member ${app('tabs["screen room"].layout[0].groups[0]')}`,
  ],
]
