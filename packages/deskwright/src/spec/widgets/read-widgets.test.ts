import { describe, expect, test } from 'vitest'
import { readWidgets } from './read-widgets.ts'

const base = { name: 'Prices', description: 'Prices of the day', endpoint: 'prices' }
const read = (extra: object) => {
  const { document, diagnostics } = readWidgets({ prices: { ...base, ...extra } })
  return {
    widget: document?.['prices'],
    found: diagnostics.map(({ severity, code, path }) => `${severity} ${code} ${path}`),
  }
}
const readColumn = (extra: object) => {
  const { widget, found } = read({ data: { table: { columnsDefs: [{ field: 'a', headerName: 'A', ...extra }] } } })
  return { column: widget?.data?.table?.columnsDefs?.[0], found }
}
const readParams = (params: unknown) => {
  const { widget, found } = read({ params })
  return { params: widget?.params, found }
}

describe('the document', () => {
  test.each([
    ['an array', [base], 'The document is an array of 1; allowed: an object with the widget ids as keys.'],
    ['one bare widget', base, 'The document is one bare widget; allowed: an object with the widget ids as keys.'],
    ['null', null, 'The document is null; allowed: an object with the widget ids as keys.'],
    ['a text', 'widgets', 'The document is "widgets"; allowed: an object with the widget ids as keys.'],
  ])('is refused as %s', (_name, json, message) => {
    const { document, diagnostics } = readWidgets(json)
    expect(document).toBeUndefined()
    expect(diagnostics).toEqual([expect.objectContaining({ severity: 'error', where: 'widgets.json', message })])
  })

  test('may be empty', () => {
    expect(readWidgets({})).toEqual({ document: {}, diagnostics: [] })
  })

  test('reports every problem of every widget, and keeps what can be read', () => {
    const { document, diagnostics } = readWidgets({ a: { ...base, type: 'tabel' }, b: 12, c: { name: 'C' }, d: base })
    expect(diagnostics.map(({ where, path }) => `${where} ${path}`.trim())).toEqual([
      'widget "a" type',
      'widget "b"',
      'widget "c" description',
      'widget "c" endpoint',
    ])
    expect(Object.keys(document ?? {})).toEqual(['a', 'c', 'd'])
    expect(document?.['a']?.type).toBe('table')
  })

  test('may have ids that are special in JavaScript', () => {
    const json: unknown = JSON.parse(`{"__proto__": ${JSON.stringify(base)}, "constructor": ${JSON.stringify(base)}}`)
    const { document, diagnostics } = readWidgets(json)
    expect(diagnostics).toEqual([])
    expect(Object.keys(document ?? {})).toEqual(['__proto__', 'constructor'])
  })
})

describe('the type', () => {
  test('is table when it is absent, and the old key when only that is there', () => {
    expect(read({}).widget?.type).toBe('table')
    expect(read({ defaultViz: 'chart' })).toMatchObject({
      widget: { type: 'chart' },
      found: ['advice key-respelled defaultViz'],
    })
    expect(read({ defaultViz: 'chart', type: 'metric' }).widget?.type).toBe('metric')
  })

  test.each([
    ['table_ssrm', 'ssrm_table'],
    ['advanced-chart', 'advanced_charting'],
    ['tradingview_chart', 'advanced_charting'],
    ['ssrm_tabel', 'ssrm_table'],
    ['Markdown', 'markdown'],
  ])('%s is refused, and read as %s', (came, meant) => {
    const { document, diagnostics } = readWidgets({ prices: { ...base, type: came } })
    expect(document?.['prices']?.type).toBe(meant)
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ severity: 'error', where: 'widget "prices"', path: 'type' })
    expect(diagnostics[0]?.message).toMatch(`"${came}" came; allowed: "table", "ssrm_table", "live_grid"`)
    expect(diagnostics[0]?.hint).toBe(`Write "${meant}".`)
  })

  test('may be one that only Workspace uses', () => {
    expect(read({ type: 'ssrm_advanced' })).toMatchObject({ widget: { type: 'ssrm_advanced' }, found: [] })
  })
})

describe('a widget', () => {
  test.each([
    [{ sub_category: 'A', subCategory: 'B' }, { subCategory: 'A' }, ['advice key-respelled sub_category']],
    [{ subcategory: 'A' }, { subCategory: 'A' }, ['warning key-respelled subcategory']],
    [{ source: 'House' }, { source: ['House'] }, []],
    [{ ai: false }, { disableRetrievalForCopilot: true }, ['warning key-undocumented ai']],
    [{ id: 'prices' }, {}, ['warning key-undocumented id']],
    [{ imgUrl: 'a.png' }, { imgUrl: 'a.png' }, ['warning key-undocumented imgUrl']],
    [{ widgetId: 'x', widgetType: 'y', searchCategory: 'z' }, { searchCategory: 'z' }, []],
    [{ showTitle: null }, {}, []],
    [{ staleTime: false, refetchInterval: '*/5 * * * *' }, { staleTime: false, refetchInterval: '*/5 * * * *' }, []],
    [{ staleTime: 0 }, {}, ['error value-illegal staleTime']],
    [{ refetchInterval: 999 }, {}, ['error value-illegal refetchInterval']],
    [{ staleTime: '5000' }, { staleTime: 5000 }, ['error value-illegal staleTime']],
    [{ runButton: 'True' }, { runButton: true }, ['error value-illegal runButton']],
    [{ gridData: { w: 1920, h: 150 } }, { gridData: { w: 1920, h: 150 } }, []],
    [{ gridData: { w: 10 } }, {}, ['error key-missing gridData.h']],
    [{ refreshInterval: 1 }, {}, ['warning key-unknown refreshInterval']],
    [{ data: { wsRowIdColumns: ['a', 'b'] } }, { data: { wsRowIdColumn: ['a', 'b'] } }, []],
    [{ data: { wsRowIdColumn: ['a'] } }, { data: { wsRowIdColumn: 'a' } }, []],
    [{ data: { dataKey: '' } }, { data: {} }, []],
    [{ data: { columnsDefs: [] } }, { data: {} }, ['warning key-unknown data.columnsDefs']],
    [{ copilotParseAs: 'text' }, {}, ['error value-illegal copilotParseAs']],
  ])('with %j is read as %j', (extra, expected, found) => {
    const result = read(extra)
    expect(result.widget).toEqual({ ...base, type: 'table', ...expected })
    expect(result.found).toEqual(found)
  })

  test('says what to write instead of a key nobody knows', () => {
    const { diagnostics } = readWidgets({
      prices: { ...base, refreshInterval: 1, data: { chartView: {} }, gridDta: {} },
    })
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'Write "data.table.chartView" instead, or remove it.',
      'Write "refetchInterval" instead, or remove it.',
      'Write "gridData" instead, or remove it.',
    ])
  })

  test('that shows files needs exactly one selector', () => {
    const selector = { paramName: 'file', type: 'endpoint', optionsEndpoint: 'files', roles: ['fileSelector'] }
    const type = 'multi_file_viewer'
    expect(read({ type, params: [selector] }).found).toEqual([])
    expect(read({ type, params: [[], [selector]] }).found).toEqual([])
    expect(read({ type }).found).toEqual(['error file-selector params'])
    expect(read({ type, params: [{ ...selector, roles: ['fileSwitcher'] }] }).found).toEqual([
      'warning value-illegal params[0].roles[0]',
      'error file-selector params',
    ])
    expect(read({ type, params: [selector, { ...selector, paramName: 'other' }] }).found).toEqual([
      'error file-selector params',
    ])
  })
})

describe('a column', () => {
  test.each([
    [{ renderFn: 'greenRed, titleCase' }, { renderFn: ['greenRed', 'titleCase'] }, []],
    [{ renderFn: 'greenred' }, {}, ['warning value-illegal renderFn']],
    [{ formatterFn: null, width: null, hide: null, headerTooltip: null }, {}, []],
    [{ formatterFn: 'currency' }, {}, ['error value-illegal formatterFn']],
    [{ pinned: true }, { pinned: 'left' }, []],
    [{ pinned: false }, {}, []],
    [{ width: '120' }, { width: 120 }, ['error value-illegal width']],
    [{ type: 'number' }, {}, ['warning key-unknown type']],
    [{ decimalPlaces: 9 }, {}, ['warning value-illegal decimalPlaces']],
    [
      { renderFnParams: { actionType: 'groupBy', groupByParamName: 'symbol' } },
      { renderFnParams: { actionType: 'groupBy', groupBy: { paramName: 'symbol' } } },
      ['advice key-respelled renderFnParams.groupByParamName'],
    ],
    [
      { renderFnParams: { actionType: 'openUrl' } },
      { renderFnParams: {} },
      ['error value-illegal renderFnParams.actionType'],
    ],
    [
      { renderFnParams: { colorRules: [{ condition: 'eq', value: 1, color: 'yellow' }] } },
      { renderFnParams: { colorRules: [] } },
      ['error value-illegal renderFnParams.colorRules[0].color'],
    ],
    [
      { renderFnParams: { colorRules: [{ condition: 'between', value: 1, color: '#fff' }] } },
      { renderFnParams: { colorRules: [] } },
      ['error key-missing renderFnParams.colorRules[0].range'],
    ],
    [
      { renderFnParams: { colorRules: [{ condition: 'contains', value: 5, color: '#fff' }] } },
      { renderFnParams: { colorRules: [{ condition: 'contains', value: '5', color: '#fff' }] } },
      ['error value-illegal renderFnParams.colorRules[0].value'],
    ],
    [{ sparkline: { type: 'column' } }, {}, ['error value-illegal sparkline.type']],
    [
      { sparkline: { type: 'bar', options: { direction: 'up' } } },
      { sparkline: { type: 'bar', options: {} } },
      ['warning value-illegal sparkline.options.direction'],
    ],
  ])('with %j is read as %j', (extra, expected, found) => {
    const result = readColumn(extra)
    expect(result.column).toEqual({ field: 'a', headerName: 'A', ...expected })
    expect(result.found).toEqual(found.map((finding) => finding.replace(/(\S+)$/, 'data.table.columnsDefs[0].$1')))
  })
})

describe('parameters', () => {
  const a = { paramName: 'a', type: 'text' }
  const b = { paramName: 'b', type: 'text' }
  const c = { paramName: 'c', type: 'text' }

  test.each([
    ['flat', [a, b], [a, b]],
    ['in rows', [[a], [b, c]], [[a], [b, c]]],
    ['in one row', [[a, b]], [a, b]],
    ['below an empty row', [[], [a]], [[], [a]]],
    ['mixed', [a, [b], [c]], [[a], [b], [c]]],
    ['mixed, in any order', [a, [b], c], [[a, c], [b]]],
    ['with row numbers', [a, { ...b, row: 1 }, { ...c, row: 1 }], [[a], [b, c]]],
    ['with row numbers that leave a gap', [{ ...a, row: 2 }], [[], [], [a]]],
    ['none', [], []],
  ])('%s are read into rows', (_name, came, expected) => {
    expect(readParams(came)).toEqual({ params: expected, found: [] })
  })

  test('that are an object are accepted and ignored, as Workspace does', () => {
    expect(readParams({ symbol: '' })).toEqual({ params: undefined, found: ['warning params-ignored params'] })
  })

  test('of a text are refused', () => {
    expect(readParams('symbol')).toEqual({ params: undefined, found: ['error value-illegal params'] })
  })

  test.each([
    [{ paramName: 'date' }, { paramName: 'date', type: 'date' }, []],
    [{ paramName: 'x' }, { paramName: 'x', type: 'text' }, []],
    [{ ...a, hidden: true, show: true }, { ...a, show: false }, []],
    [{ ...a, editable: true }, { ...a, multiple: true }, ['warning key-respelled params[0].editable']],
    [
      { ...a, type: 'endpoint', editable: true },
      { ...a, type: 'endpoint' },
      ['warning key-respelled params[0].editable'],
    ],
    [{ ...a, type: 'date', multiple: true }, { ...a, type: 'date' }, ['error multiple-not-text params[0].multiple']],
    [{ ...a, type: 'number', value: '12' }, { ...a, type: 'number', value: 12 }, []],
    [{ ...a, type: 'number', value: '' }, { ...a, type: 'number', value: null }, []],
    [{ ...a, type: 'boolean', value: 'True' }, { ...a, type: 'boolean', value: true }, []],
    [{ ...a, value: ['x', null] }, { ...a, value: ['x'] }, []],
    [{ ...a, value: { x: 1 } }, a, ['warning value-illegal params[0].value']],
    [{ ...a, type: 'dropdown' }, a, ['error value-illegal params[0].type']],
    [{ ...a, style: { popupWidth: 50 } }, { ...a, style: {} }, ['error value-illegal params[0].style.popupWidth']],
    [{ ...a, style: { popupWidth: 150 } }, { ...a, style: {} }, ['warning value-illegal params[0].style.popupWidth']],
    [{ ...a, min: 1, max: 3 }, a, ['warning key-unknown params[0].min', 'warning key-unknown params[0].max']],
    [{ ...a, options: ['x'] }, { ...a, options: [] }, ['error value-illegal params[0].options[0]']],
    [
      { type: 'form', endpoint: 'add', inputParams: [{ paramName: 'ok', type: 'button' }] },
      { paramName: 'form', type: 'form', endpoint: 'add', inputParams: [{ paramName: 'ok', type: 'button' }] },
      [],
    ],
  ])('with %j are read as %j', (came, expected, found) => {
    expect(readParams([came])).toEqual({ params: [expected], found })
  })

  test('without a name are refused and left out', () => {
    expect(readParams([{ type: 'text' }, b])).toEqual({ params: [b], found: ['error key-missing params[0].paramName'] })
    expect(readParams([{ paramName: '' }, b])).toEqual({
      params: [b],
      found: ['error value-illegal params[0].paramName'],
    })
  })

  test('with an absurd row number cost nothing', () => {
    expect(readParams([{ ...a, row: 1e9 }]).params?.length).toBeLessThan(200)
  })
})
