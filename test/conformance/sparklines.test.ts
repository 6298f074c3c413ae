import { column, table } from 'deskwright'
import { expect } from 'vitest'
import { expectError, one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

type SparklineOptions = Parameters<typeof column.sparkline>[1]

const tableOf = (settings: SparklineOptions) =>
  one(table({ name: 'Table', columns: { trend: column.sparkline('Trend', settings) }, load: () => [] }))

const sparkline = async (connect: Connect, settings: SparklineOptions) =>
  (await (await connect(tableOf(settings))).widget()).data?.table?.columnsDefs?.[0]?.sparkline

requirement('SPARK-01', async (connect) => {
  for (const type of ['line', 'area', 'bar'] as const) expect(await sparkline(connect, { type })).toEqual({ type })
  expectError(tableOf({ type: 'column' as never }), /sparkline\.type/, /area/)
})

requirement('SPARK-02', async (connect) => {
  expect(await sparkline(connect, { type: 'line', dataField: 'history' })).toEqual({
    type: 'line',
    dataField: 'history',
  })
})

requirement('SPARK-03', async (connect) => {
  const point = { size: 3, fill: '#111', stroke: '#222', strokeWidth: 1 }
  const options = {
    stroke: '#333',
    fill: '#444',
    strokeWidth: 2,
    fillOpacity: 0.5,
    min: 0,
    max: 10,
    direction: 'vertical',
    xKey: 'day',
    yKey: 'close',
    tooltip: { enabled: true, renderer: 'plain' },
    axis: { type: 'time', stroke: '#555', strokeWidth: 1, paddingInner: 0.1, paddingOuter: 0.2 },
    markers: { enabled: true, shape: 'diamond', ...point, highlightSize: 6 },
    highlightStyle: { fill: '#666', stroke: '#777', strokeWidth: 1 },
    pointsOfInterest: {
      firstLast: point,
      minimum: point,
      maximum: point,
      highlighted: point,
      positiveNegative: { positive: point, negative: point },
    },
    customFormatter: '({ yValue }) => ({ fill: yValue > 0 ? "green" : "red" })',
    label: {
      enabled: true,
      fontWeight: 'bold',
      fontStyle: 'italic',
      fontSize: 10,
      fontFamily: 'serif',
      color: '#888',
      placement: 'outside-end',
    },
    padding: { top: 1, right: 2, bottom: 3, left: 4 },
  } as const
  expect(await sparkline(connect, { type: 'bar', options })).toEqual({ type: 'bar', options })
})

requirement('SPARK-04', async (connect) => {
  const options = { strokeWidth: 1 }
  expect(await sparkline(connect, { type: 'line', options })).toEqual({ type: 'line', options })
})

requirement('SPARK-05', async (connect) => {
  const rows = [
    { trend: [1, null, 3] },
    { trend: [['2026-01-01', 1] as const, ['2026-01-02', 2] as const] },
    { trend: [{ day: 1, close: 2 }] },
  ]
  const widget = table({
    name: 'Table',
    columns: { trend: column.sparkline('Trend', { type: 'line' }) },
    load: () => rows,
  })
  expect(await (await connect(one(widget))).load()).toEqual(rows)
})
