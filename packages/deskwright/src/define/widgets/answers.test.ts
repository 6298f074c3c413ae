import { describe, expect, test } from 'vitest'
import { param } from '../param.ts'
import { createRowSet } from '../row-set.ts'
import type { AnyWidget } from '../widget.ts'
import { advancedCharting } from './advanced-charting.ts'
import { chart } from './chart.ts'
import { highcharts } from './highcharts.ts'
import { html } from './html.ts'
import { iframe } from './iframe.ts'
import { liveGrid } from './live-grid.ts'
import { markdown, note } from './markdown.ts'
import { metric } from './metric.ts'
import { multiFileViewer } from './multi-file-viewer.ts'
import { newsfeed } from './newsfeed.ts'
import { omni } from './omni.ts'
import { pdf } from './pdf.ts'
import { ssrmTable } from './ssrm-table.ts'
import { table } from './table.ts'
import { vegaLite } from './vega-lite.ts'
import { youtube } from './youtube.ts'

const rowSet = createRowSet({
  async *json() {
    yield new TextEncoder().encode('[]')
  },
  rows: async () => [],
})
const pdfFile = { data_format: { data_type: 'pdf', filename: 'a.pdf' }, content: 'JVBE' }
const datafeed = {
  config: () => ({
    supported_resolutions: ['D'],
    supports_search: false,
    supports_group_request: false,
    supports_marks: false,
    supports_timescale_marks: false,
    supports_time: true,
  }),
  symbols: () => ({ s: 'error', errmsg: 'none' }) as never,
  history: () => ({ s: 'no_data' }) as const,
}
const never = (): never => {
  throw new Error('not called')
}

const rows = {
  right: [[], [{ a: 1 }], [{}, { b: null }], rowSet],
  wrong: [
    [undefined, 'it is undefined'],
    [null, 'it is null'],
    [{ rows: [] }, 'it is an object'],
    ['[]', 'it is a string'],
    [[1], 'item 0 is a number'],
    [[{ a: 1 }, [1]], 'item 1 is an array'],
    [[{ a: 1 }, null], 'item 1 is null'],
  ],
}
const text = {
  right: ['', '<p>'],
  wrong: [
    [undefined, 'it is not a string'],
    [{ html: '<p>' }, 'it is not a string'],
    [7, 'it is not a string'],
  ],
}
const page = {
  right: ['', '# A'],
  wrong: [
    [undefined, 'it is undefined'],
    [['# A'], 'it is an array'],
    [7, 'it is a number'],
  ],
}

const cases: readonly (readonly [
  AnyWidget,
  { readonly right: readonly unknown[]; readonly wrong: readonly (readonly unknown[])[] },
])[] = [
  [table({ name: 'T', load: never }), rows],
  [liveGrid({ name: 'L', wsEndpoint: 'ws', wsRowIdColumn: 'a', load: never }), rows],
  [
    ssrmTable({ name: 'S', load: never }),
    {
      right: [{ rowData: [] }, { rowData: [{ a: 1 }], rowCount: 1 }, { rowData: rowSet, rowCount: -1 }],
      wrong: [
        [[{ a: 1 }], 'it is an array'],
        [{ rows: [] }, 'rowData is not rows: it is undefined'],
        [{ rowData: [1] }, 'rowData is not rows: item 0 is a number'],
      ],
    },
  ],
  [
    chart({ name: 'C', load: never }),
    {
      right: [{ data: [{}] }, { data: [{}], layout: {} }],
      wrong: [
        [undefined, 'it is undefined'],
        [[{ type: 'bar' }], 'it is an array'],
        [{ layout: {} }, 'its data is not an array of traces'],
        [{ data: {} }, 'its data is not an array of traces'],
      ],
    },
  ],
  [
    highcharts({ name: 'H', load: never }),
    {
      right: [{ userOptions: {} }, { userOptions: { series: [] }, constructorType: 'chart' }],
      wrong: [
        [{ series: [] }, 'it has no userOptions; put the Highcharts options under that key'],
        [{ userOptions: null }, 'it has no userOptions; put the Highcharts options under that key'],
        ['x', 'it is a string'],
      ],
    },
  ],
  [
    vegaLite({ name: 'V', load: never }),
    {
      right: [{ mark: 'bar' }, {}],
      wrong: [
        [[], 'it is an array'],
        [null, 'it is null'],
      ],
    },
  ],
  [
    metric({ name: 'M', load: never }),
    {
      right: [{ label: 'A', value: 1 }, [], [{ label: 'A', value: 'x', delta: '-1' }]],
      wrong: [
        [undefined, 'it is undefined'],
        [[null], 'it is null'],
        [{ value: 1 }, 'a card has no label'],
        [[{ label: 'A' }], 'the card "A" has no value: it is undefined'],
        [{ label: 'A', value: null }, 'the card "A" has no value: it is null'],
      ],
    },
  ],
  [markdown({ name: 'M', load: never }), page],
  [note({ name: 'N', load: never }), page],
  [
    newsfeed({ name: 'N', load: never }),
    {
      right: [[], [{ title: 'A', date: '2026-03-31' }]],
      wrong: [
        [{ articles: [] }, 'it is an object'],
        [['A'], 'item 0: it is a string'],
      ],
    },
  ],
  [html({ name: 'H', load: never }), text],
  [iframe({ name: 'I', load: never }), text],
  [youtube({ name: 'Y', load: never }), text],
  [
    pdf({ name: 'P', load: never }),
    {
      right: [pdfFile, { data_format: pdfFile.data_format, url: 'https://x/a.pdf' }],
      wrong: [
        ['JVBE', 'it is a string'],
        [{ content: 'JVBE' }, 'it has no data_format'],
        [{ data_format: null, content: 'JVBE' }, 'it has no data_format'],
        [{ data_format: pdfFile.data_format }, 'it has neither content nor url'],
        [{ data_format: { data_type: 'pdf' }, content: '' }, 'its data_format has no filename'],
        [
          { data_format: { data_type: 'doc', filename: 'a.doc' }, content: '' },
          'its data_type "doc" is not one of pdf, jpg, jpeg, png, csv, md, txt, xlsx, xls, docx, html',
        ],
      ],
    },
  ],
  [
    multiFileViewer({ name: 'F', params: { file: param.endpoint('F', { options: never }) }, load: never }),
    {
      right: [[], [pdfFile, { error_type: 'not_found', content: 'gone' }]],
      wrong: [
        [pdfFile, 'it is an object'],
        [['a.pdf'], 'item 0: it is a string'],
        [[pdfFile, { data_format: pdfFile.data_format }], 'item 1: it has neither content nor url'],
      ],
    },
  ],
  [
    omni({ name: 'O', load: never }),
    {
      right: [
        { content: '', data_format: { data_type: 'object', parse_as: 'text' }, citable: false },
        { content: [{ a: 1 }], data_format: { data_type: 'object', parse_as: 'table' } },
        { content: { data: [{}] }, data_format: { data_type: 'object', parse_as: 'chart' } },
      ],
      wrong: [
        ['An answer', 'it is a string'],
        [{ data_format: {} }, 'it has no content'],
        [{ content: '' }, 'it has no data_format'],
        [{ content: '', data_format: null }, 'it has no data_format'],
        [{ content: '', data_format: { parse_as: 'html' } }, 'its parse_as "html" is not text, table or chart'],
        [{ content: 'x', data_format: { parse_as: 'table' } }, 'its content is no table: it is a string'],
        [{ content: [1], data_format: { parse_as: 'table' } }, 'its content is no table: item 0 is a number'],
        [{ content: {}, data_format: { parse_as: 'text' } }, 'its content is no text: it is an object'],
        [{ content: [], data_format: { parse_as: 'chart' } }, 'its content is no chart: it is an array'],
      ],
    },
  ],
]

describe.each(cases.map(([widget, answers]) => ({ type: widget.type.type, answer: widget.type.answer, answers })))(
  '$type',
  ({ answer, answers }) => {
    test.each(answers.right.map((value) => [value]))('shows %j', (value) => {
      expect(answer.check(value, {})).toBeUndefined()
    })

    test.each(answers.wrong)('does not show %j: %s', (value, problem) => {
      expect(answer.check(value, {})).toBe(problem)
    })
  },
)

test('with a dataKey every answer but undefined is let through', () => {
  const keyed = [
    table({ name: 'T', dataKey: 'rows', load: never }),
    chart({ name: 'C', dataKey: 'figure', load: never }),
    newsfeed({ name: 'N', dataKey: 'articles', load: never }),
    markdown({ name: 'M', dataKey: 'text', load: never }),
    note({ name: 'N', dataKey: 'text', load: never }),
    pdf({ name: 'P', dataKey: 'file', load: never }),
  ]
  for (const { type } of keyed) {
    expect(type.answer.check({ anything: 1 }, {})).toBeUndefined()
    expect(type.answer.check(undefined, {})).toBe('it is undefined')
  }
})

test('raw views are rows; the raw view of a video is Markdown', () => {
  const raw = () => []
  const widgets = [
    chart({ name: 'C', load: never, raw }),
    highcharts({ name: 'C', load: never, raw }),
    vegaLite({ name: 'C', load: never, raw }),
    html({ name: 'C', load: never, raw }),
  ]
  for (const { type, rawLoad } of widgets) {
    expect(rawLoad).toBe(raw)
    expect(type.rawAnswer?.check([{ a: 1 }], {})).toBeUndefined()
    expect(type.rawAnswer?.check({ data: [] }, {})).toBe('it is an object')
  }
  const { type } = youtube({ name: 'Y', load: never, raw: () => '# A' })
  expect(type.rawAnswer).toMatchObject({ format: 'text', contentType: 'text/markdown; charset=utf-8' })
})

test('pages travel as text, everything else as JSON', () => {
  const types = Object.fromEntries(cases.map(([{ type }]) => [type.type, type.answer.contentType]))
  expect(Object.entries(types).filter(([, contentType]) => contentType !== 'application/json')).toEqual([
    ['html', 'text/html; charset=utf-8'],
    ['iframe', 'text/html; charset=utf-8'],
    ['youtube', 'text/plain; charset=utf-8'],
  ])
})

describe('a datafeed', () => {
  const routesOf = (feed: object) =>
    Object.fromEntries(
      (advancedCharting({ name: 'A', datafeed: { ...datafeed, ...feed } }).routes ?? []).map((route) => [
        route.path,
        route,
      ]),
    )

  test('answers the paths it has, and tells the time by itself', () => {
    const routes = routesOf({})
    expect(Object.keys(routes)).toEqual(['config', 'symbols', 'history', 'time'])
    expect(routes['time']?.answer.check(routes['time'].load({} as never, {} as never, undefined), {})).toBeUndefined()
    expect(Object.keys(routesOf({ search: () => [], time: () => 1 }))).toEqual([
      'config',
      'symbols',
      'history',
      'search',
      'time',
    ])
  })

  test('is checked path by path', () => {
    const routes = routesOf({ search: () => [] })
    expect(routes['history']?.answer.check([], {})).toBe('it is an array')
    expect(routes['search']?.answer.check(['AAPL'], {})).toBe('item 0: it is a string')
    expect(routes['search']?.answer.check([{ symbol: 'AAPL' }], {})).toBeUndefined()
    expect(routes['time']?.answer.check(1.5, {})).toBe('it is a number')
  })

  test('may be an instance of a class, whose methods keep their object', () => {
    class Feed {
      readonly days = [1, 2]
      config() {
        return datafeed.config()
      }
      symbols() {
        return datafeed.symbols()
      }
      history() {
        return { s: 'ok' as const, t: this.days, o: this.days, h: this.days, l: this.days, c: this.days }
      }
    }
    const [, , history] = advancedCharting({ name: 'A', datafeed: new Feed() }).routes ?? []
    expect(history?.load({} as never, {} as never, undefined)).toMatchObject({ t: [1, 2] })
  })
})

test('a file viewer answers one file for each selected', () => {
  const file = param.endpoint('File', { roles: ['fileSelector'], options: never })
  const { answer } = multiFileViewer({ name: 'F', params: { file }, load: never }).type
  expect(answer.check([pdfFile], { file: ['a.pdf'] })).toBeUndefined()
  expect(answer.check([], {})).toBeUndefined()
  expect(answer.check([pdfFile], { file: ['a.pdf', 'b.pdf'] })).toBe('1 files for 2 selected')
})
