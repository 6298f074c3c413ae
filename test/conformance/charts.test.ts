import { chart, highcharts, vegaLite } from 'deskwright'
import { highchartsConstructors, plotlyFigureSchema } from 'deskwright/spec'
import { expect } from 'vitest'
import { answerOf, expectRaw, expectWrong, rows } from './answer.ts'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'

requirement('PLOT-01', async (connect) => {
  const figure = {
    data: [{ type: 'scatter', x: ['2026-01-01'], y: [3] }],
    layout: { paper_bgcolor: '#151518' },
    config: { displayModeBar: false },
    frames: [{ name: '1' }],
  }
  expect(plotlyFigureSchema.parse(await answerOf(connect, chart({ name: 'C', load: () => figure })))).toEqual(figure)
})

requirement('PLOT-02', async (connect) => {
  for (const value of [{}, { data: {} }, [{ type: 'bar' }], { figure: { data: [] } }]) {
    await expectWrong(connect, chart({ name: 'C', load: () => value as never }), /Plotly/)
  }
})

requirement('PLOT-03', async (connect) => {
  const load = () => ({ data: [{ type: 'scatter', x: new Int32Array([1, 2]), y: new Float64Array([0.5, NaN]) }] })
  expect(await answerOf(connect, chart({ name: 'C', load }))).toEqual({
    data: [{ type: 'scatter', x: [1, 2], y: [0.5, null] }],
  })
})

requirement(
  'PLOT-04',
  expectRaw((raw) => chart({ name: 'C', load: () => ({ data: [] }), raw })),
)

requirement('HIGH-01', async (connect) => {
  const envelope = { userOptions: { title: { text: 'Flows' }, series: [{ type: 'column', data: [1, 2] }] } }
  expect(await answerOf(connect, highcharts({ name: 'H', load: () => envelope }))).toEqual(envelope)
})

requirement('HIGH-02', async (connect) => {
  const load = () => ({ title: { text: 'Flows' }, series: [] }) as never
  await expectWrong(connect, highcharts({ name: 'H', load }), /userOptions/)
})

requirement('HIGH-03', async (connect) => {
  expect(highchartsConstructors).toEqual(['chart', 'stockChart', 'mapChart', 'ganttChart'])
  for (const constructorType of highchartsConstructors) {
    const envelope = { userOptions: {}, constructorType }
    expect(await answerOf(connect, highcharts({ name: 'H', load: () => envelope }))).toEqual(envelope)
  }
})

requirement(
  'HIGH-04',
  expectRaw((raw) => highcharts({ name: 'H', load: () => ({ userOptions: {} }), raw })),
)

requirement('VEGA-01', async (connect) => {
  const spec = { $schema: 'https://vega.github.io/schema/vega-lite/v5.json', mark: 'bar', data: { values: rows } }
  expect(await answerOf(connect, vegaLite({ name: 'V', load: () => spec }))).toEqual(spec)
})

requirement('VEGA-02', async (connect) => {
  const widget = vegaLite({ name: 'V', load: (_values, { theme }) => ({ mark: 'bar', title: theme }) })
  expect(await (await connect(one(widget))).load('w', { theme: 'light' })).toEqual({ mark: 'bar', title: 'light' })
})

requirement(
  'VEGA-03',
  expectRaw((raw) => vegaLite({ name: 'V', load: () => ({ mark: 'bar' }), raw })),
)
