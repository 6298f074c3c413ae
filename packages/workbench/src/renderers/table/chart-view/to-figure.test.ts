import { chartTypes } from 'deskwright/spec'
import { expect, it } from 'vitest'
import { toChartFields } from './chart-fields.ts'
import { toChartValues } from './chart-values.ts'
import { toFigure } from './to-figure.ts'

const columns = [
  { field: 'day', headerName: 'Day', cellDataType: 'dateString' },
  { field: 'low', headerName: 'Low', cellDataType: 'number' },
  { field: 'high', headerName: 'High', cellDataType: 'number' },
] as const
const rows = [
  { day: '2026-01-01', low: 1, high: 4 },
  { day: '2026-01-02', low: 2, high: null },
]
const values = toChartValues(rows, toChartFields(columns, {}, 'line'))

it.each(chartTypes)('draws %s', (type) => {
  const { data } = toFigure(type, values)
  expect(data.length).toBeGreaterThan(0)
  expect(JSON.stringify(data)).not.toContain('NaN')
})

it.each(chartTypes)('draws %s of nothing', (type) => {
  expect(() => toFigure(type, toChartValues([], { categories: [], series: [] }))).not.toThrow()
})

it('reads categories and series from what columns hold', () => {
  expect(values).toEqual({
    categories: [['2026-01-01', '2026-01-02']],
    series: [
      { name: 'Low', values: [1, 2] },
      { name: 'High', values: [4, null] },
    ],
  })
})

it('takes what the columns say they are, and leaves out what is excluded', () => {
  const said = [
    { ...columns[0], chartDataType: 'time' },
    { ...columns[1], chartDataType: 'excluded' },
    { ...columns[2], chartDataType: 'series' },
  ] as const
  const { categories, series } = toChartFields(said, {}, 'line')
  expect([categories, series].map((list) => list.map(({ field }) => field))).toEqual([['day'], ['high']])
})

it('takes the range of the chart type, unless it is to be ignored', () => {
  const view = { cellRangeCols: { line: ['day', 'high'] } }
  expect(toChartFields(columns, view, 'line').series.map(({ field }) => field)).toEqual(['high'])
  expect(toChartFields(columns, view, 'bar').series).toHaveLength(2)
  expect(toChartFields(columns, { ...view, ignoreCellRange: true }, 'line').series).toHaveLength(2)
})

it('titles its axes and has a slider when asked', () => {
  const { layout } = toFigure('line', values, { xLabel: 'Day', yLabel: 'USD', chartNavigatorEnabled: true })
  expect(layout).toMatchObject({
    xaxis: { title: { text: 'Day' }, rangeslider: { visible: true } },
    yaxis: { title: { text: 'USD' } },
  })
})
