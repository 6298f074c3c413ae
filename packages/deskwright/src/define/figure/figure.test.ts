import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { DeskwrightError } from '../../errors/deskwright-error.ts'
import { plotlyFigureSchema } from '../../spec/payloads/plotly.ts'
import { column } from '../column.ts'
import { draw } from './draw.fixture.ts'
import type { Drawing } from './drawing.ts'

const prices = [
  { day: '2026-01-05', symbol: 'B', close: 1.5, volume: 100 },
  { day: '2026-01-06', symbol: 'A', close: 3, volume: null },
  { day: '2026-01-07', symbol: 'B', close: 2, volume: 300 },
]

const drawings: readonly Drawing[] = [
  { x: 'a', y: 'b' },
  { kind: 'line', x: 'a', y: ['b', 'c'], by: 'd' },
  { kind: 'area', x: 'a', y: 'b' },
  { kind: 'stackedArea', x: 'a', y: 'b', by: 'c' },
  { kind: 'scatter', x: 'a', y: 'b', by: 'c' },
  { kind: 'bar', x: 'a', y: ['b', 'c'] },
  { kind: 'stackedBar', x: 'a', y: 'b', by: 'c' },
  { kind: 'horizontalBar', x: 'a', y: 'b' },
  { kind: 'box', x: 'a', y: 'b', by: 'c' },
  { kind: 'histogram', x: 'a', by: 'b' },
  { kind: 'pie', x: 'a', y: 'b' },
  { kind: 'heatmap', x: 'a', y: 'b', z: 'c' },
  { kind: 'candlestick', x: 'a', ohlc: { open: 'b', high: 'c', low: 'd', close: 'b' } },
]

test('any rows make a figure of plain JSON that Workspace draws, or an error of the catalogue', () => {
  const cell = fc.oneof(
    fc.constantFrom(null, undefined, Number.NaN, Infinity, 0, -1.5, 2024, 9007199254740993n, new Date(Number.NaN)),
    fc.double(),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    fc.constantFrom('2026-01-05', '2026-01-05T10:00:00Z', '2026-01', '9007199254740993', '', '<b>', 'name'),
    fc.jsonValue({ maxDepth: 1 }),
  )
  const row = fc.record({ a: cell, b: cell, c: cell, d: cell })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom(...drawings), fc.boolean(), (rows, drawing, dark) => {
      let figure
      try {
        figure = draw(rows, drawing, dark ? 'dark' : 'light')
      } catch (error) {
        expect((error as DeskwrightError).code).toBe('chart-values-unfit')
        return
      }
      expect(plotlyFigureSchema.parse(figure)).toEqual(figure)
      expect(JSON.parse(JSON.stringify(figure))).toEqual(figure)
    }),
    { numRuns: 500 },
  )
})

test.each(drawings)('without rows $kind says that there are none', (drawing) => {
  const { data, layout } = draw([], drawing)
  expect(data).toHaveLength(1)
  expect(layout['annotations'][0].text).toBe('No data')
})

describe('a line', () => {
  it('has an axis for its dates and a title for its values', () => {
    const { data, layout } = draw(prices, { x: 'day', y: 'close' })
    expect(data).toEqual([
      expect.objectContaining({
        type: 'scatter',
        mode: 'lines',
        name: 'Close',
        x: prices.map(({ day }) => day),
        y: [1.5, 3, 2],
      }),
    ])
    expect(layout).toMatchObject({ showlegend: false, xaxis: { type: 'date' }, yaxis: { title: { text: 'Close' } } })
    expect(layout['xaxis'].title).toBeUndefined()
  })

  it('is split by the values of a column, in the order in which they appear', () => {
    const { data, layout } = draw(prices, { x: 'day', y: 'close', by: 'symbol' })
    expect(data.map(({ name, y }) => [name, y])).toEqual([
      ['B', [1.5, 2]],
      ['A', [3]],
    ])
    expect(layout).toMatchObject({ showlegend: true })
  })

  it('is drawn for each of several columns, and names both the group and the column', () => {
    expect(draw(prices, { x: 'day', y: ['close', 'volume'] }).data.map(({ name }) => name)).toEqual(['Close', 'Volume'])
    const both = draw(prices, { x: 'day', y: ['close', 'volume'], by: 'symbol' })
    expect(both.data.map(({ name }) => name)).toEqual(['B, Close', 'A, Close', 'B, Volume'])
  })

  it('has a gap where a value is missing, and shows a point that stands alone', () => {
    const [trace] = draw(prices, { x: 'day', y: 'volume' }).data
    expect(trace).toMatchObject({ y: [100, null, 300], mode: 'lines+markers' })
    expect(draw(prices.slice(0, 1), { x: 'day', y: 'close' }).data[0]).toMatchObject({ mode: 'lines+markers' })
  })

  it('follows the dates, whatever the order of the rows; names keep theirs', () => {
    const reversed = prices.toReversed()
    expect(draw(reversed, { x: 'day', y: 'close' }).data[0]!['y']).toEqual([1.5, 3, 2])
    const named = draw(reversed, { x: 'symbol', y: 'close' })
    expect(named.data[0]!['y']).toEqual([2, 3, 1.5])
    expect(named.layout['xaxis']).toMatchObject({ type: 'category', categoryarray: ['B', 'A'] })
  })

  it('is drawn by the graphics card when it is long', () => {
    const long = Array.from({ length: 20_001 }, (_, n) => ({ n, value: n % 7 }))
    expect(draw(long, { x: 'n', y: 'value' }).data[0]!['type']).toBe('scattergl')
  })
})

describe('an axis', () => {
  it('takes years without separators, and gives a few whole numbers a tick each', () => {
    const years = [2024, 2025].map((year) => ({ year, revenue: 1e9 }))
    expect(draw(years, { kind: 'bar', x: 'year', y: 'revenue' }).layout['xaxis']).toMatchObject({
      type: 'linear',
      tickformat: 'd',
      dtick: 1,
    })
    const { xaxis } = draw([{ n: 1 }, { n: 1000 }], { kind: 'bar', x: 'n', y: 'n' }).layout
    expect(xaxis.dtick).toBeUndefined()
  })

  it('has the titles and the formats of columns as a table has them', () => {
    const columns = {
      close: column.number('Last price', { prefix: '$', decimalPlaces: 2 }),
      share: column.normalizedPercent('Share', { decimalPlaces: 1 }),
      rate: column.percent('Rate'),
    }
    expect(draw(prices, { x: 'day', y: 'close', columns }).layout['yaxis']).toMatchObject({
      title: { text: 'Last price' },
      tickprefix: '$',
      hoverformat: ',.2f',
    })
    const rows = [{ name: 'a', share: 0.5, rate: 5 }]
    expect(draw(rows, { x: 'name', y: 'share', columns }).layout['yaxis']).toMatchObject({
      tickformat: ',.2~%',
      hoverformat: ',.1%',
    })
    expect(draw(rows, { x: 'name', y: 'rate', columns }).layout['yaxis']).toMatchObject({ ticksuffix: '%' })
  })

  it('takes numbers written as text for names, as identifiers are', () => {
    const rows = [{ id: '007', n: 1 }]
    expect(draw(rows, { kind: 'bar', x: 'id', y: 'n' }).layout['xaxis']).toMatchObject({ type: 'category' })
  })
})

test('both themes have the backgrounds of Workspace, and no toolbar', () => {
  for (const [theme, background] of [
    ['dark', '#151518'],
    ['light', '#FFFFFF'],
  ] as const) {
    for (const rows of [prices, []]) {
      const { layout, config } = draw(rows, { x: 'day', y: 'close' }, theme)
      expect(layout).toMatchObject({ paper_bgcolor: background, plot_bgcolor: background })
      expect(config).toMatchObject({ displayModeBar: false })
    }
  }
})

test('bars stand, lie or are stacked', () => {
  const lying = draw(prices, { kind: 'horizontalBar', x: 'symbol', y: 'close' })
  expect(lying.data[0]).toMatchObject({ orientation: 'h', x: [1.5, 3, 2], y: ['B', 'A', 'B'] })
  expect(lying.layout['yaxis']).toMatchObject({ type: 'category', autorange: 'reversed' })
  expect(draw(prices, { kind: 'stackedBar', x: 'day', y: 'close', by: 'symbol' }).layout['barmode']).toBe('relative')
})

test('a pie leaves out what has no share, and keeps the order of the rows', () => {
  const rows = [
    { name: 'b', size: 2 },
    { name: 'none', size: null },
    { name: 'a', size: 3 },
    { name: 'negative', size: -1 },
  ]
  const [trace] = draw(rows, { kind: 'pie', x: 'name', y: 'size' }).data
  expect(trace).toMatchObject({ labels: ['b', 'a'], values: [2, 3], sort: false })
})

test('a heatmap has a cell for each pair, and a scale around zero when its values are on both sides', () => {
  const rows = [
    { a: 'x', b: 2, value: 1 },
    { a: 'y', b: 1, value: -4 },
  ]
  const [trace] = draw(rows, { kind: 'heatmap', x: 'b', y: 'a', z: 'value' }).data
  expect(trace).toMatchObject({
    x: [1, 2],
    y: ['x', 'y'],
    z: [
      [null, 1],
      [-4, null],
    ],
    zmid: 0,
  })
})

test('candlesticks come from the usual columns or from named ones, without gaps at weekends', () => {
  const bar = (day: string) => ({ day, open: 1, high: 3, low: 0.5, close: 2 })
  const usual = draw([bar('2026-01-09'), bar('2026-01-12')], { kind: 'candlestick', x: 'day' })
  expect(usual.data[0]).toMatchObject({
    type: 'candlestick',
    open: [1, 1],
    high: [3, 3],
    low: [0.5, 0.5],
    close: [2, 2],
  })
  expect(usual.layout['xaxis']).toMatchObject({ rangeslider: { visible: false }, rangebreaks: [{}] })
  const everyDay = draw([bar('2026-01-10'), bar('2026-01-12')], { kind: 'candlestick', x: 'day' })
  expect(everyDay.layout['xaxis'].rangebreaks).toBeUndefined()
  const ohlc = { open: 'o', high: 'h', low: 'l', close: 'c' }
  const incomplete = draw(
    [
      { t: 1, o: 1, h: 2, l: 0, c: 1 },
      { t: 2, o: 1, h: 2, l: 0 },
    ],
    { kind: 'candlestick', x: 't', ohlc },
  )
  expect(incomplete.data[0]).toMatchObject({ x: [1], close: [1] })
})

describe('what cannot be drawn', () => {
  it('names a column that the rows do not have', () => {
    expect(() => draw(prices, { x: 'day', y: 'clsoe' })).toThrow(
      'The rows have no column "clsoe"; did you mean "close"? They have day, symbol, close, volume.',
    )
  })

  it('names a column that holds no numbers', () => {
    expect(() => draw(prices, { x: 'day', y: 'symbol' })).toThrow(
      'The column "symbol" has no numbers to draw; one of its values is "B".',
    )
  })

  it('refuses more rows, groups and cells than a browser draws well', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ n, name: `${n}` }))
    expect(() => draw(many(50_001), { x: 'n', y: 'n' })).toThrow('more than 50,000 rows')
    expect(() => draw(many(101), { x: 'n', y: 'n', by: 'name' })).toThrow('more than 100 series')
    expect(() => draw(many(101), { kind: 'histogram', x: 'n', by: 'name' })).toThrow('more than 100 series')
    expect(() => draw(many(501), { kind: 'heatmap', x: 'n', y: 'name', z: 'n' })).toThrow('more than 250,000 cells')
  })
})
