import { expect, test } from 'vitest'
import { defineBackend } from '../../define-backend.ts'
import { plotlyFigureSchema } from '../../spec/payloads/plotly.ts'
import { testBackend } from '../../testing/index.ts'
import { column } from '../column.ts'
import { createRowSet } from '../row-set.ts'
import { chart } from './chart.ts'

const prices = [
  { day: '2026-01-05', close: 1.5 },
  { day: '2026-01-06', close: null },
  { day: '2026-01-07', close: 2 },
]

const rowSet = createRowSet<(typeof prices)[number]>({
  rows: () => Promise.reject(new Error('the rows are read as they come')),
  async *json() {
    for (const [index, row] of prices.entries()) {
      yield new TextEncoder().encode(`${index === 0 ? '[' : ','}${JSON.stringify(row)}`)
    }
    yield new TextEncoder().encode(']')
  },
})

const desk = testBackend(
  defineBackend({
    name: 'Desk',
    widgets: {
      objects: chart({ name: 'Objects', x: 'day', y: 'close', load: () => prices }),
      engine: chart({ name: 'Engine', kind: 'bar', x: 'day', y: 'close', load: async () => rowSet }),
      titled: chart({
        name: 'Titled',
        x: 'day',
        y: 'close',
        columns: { close: column.number('Last') },
        load: () => prices,
      }),
      empty: chart({ name: 'Empty', x: 'day', y: 'close', load: () => prices.slice(0, 0) }),
      misnamed: chart({ name: 'Misnamed', x: 'day', y: 'clsoe', load: () => prices as Record<string, unknown>[] }),
      misled: chart({ name: 'Misled', x: 'day', y: 'close', load: () => undefined as never }),
      figure: chart({ name: 'Figure', load: () => ({ data: [{ x: Float64Array.of(1, 2) }] }) }),
    },
  }),
)

test('rows become a figure, whether they are objects or still in their engine', async () => {
  const y = [1.5, null, 2]
  const objects = await desk.get('objects')
  expect(plotlyFigureSchema.parse(objects).data).toEqual([expect.objectContaining({ type: 'scatter', y })])
  expect((await desk.get('engine')).data).toEqual([expect.objectContaining({ type: 'bar', y })])
})

test('a figure has the colours of the theme that asks', async () => {
  expect((await desk.get('objects', {}, { theme: 'light' })).layout).toMatchObject({ paper_bgcolor: '#FFFFFF' })
  expect((await desk.get('objects', {}, { theme: 'dark' })).layout).toMatchObject({ paper_bgcolor: '#151518' })
})

test('the same rows are the raw view, which the document offers', async () => {
  const { widgets } = await desk.documents()
  for (const id of ['objects', 'engine', 'titled'] as const) {
    expect(widgets[id]).toMatchObject({ raw: true })
    expect(await desk.get(id, {}, { raw: true })).toEqual(prices)
  }
  expect(widgets['figure']).not.toHaveProperty('raw')
})

test('columns title the axes', async () => {
  expect((await desk.get('titled')).layout).toMatchObject({ yaxis: { title: { text: 'Last' } } })
})

test('no rows are a figure too', async () => {
  expect(plotlyFigureSchema.safeParse(await desk.get('empty')).success).toBe(true)
})

test('what cannot be drawn says why', async () => {
  await expect(desk.get('misnamed')).rejects.toThrow(/no column .*clsoe/)
  await expect(desk.get('misled')).rejects.toThrow(
    'should return an array of row objects, or a row set: it is undefined',
  )
})

test('a loader without x gives the figure itself', async () => {
  expect(await desk.get('figure')).toEqual({ data: [{ x: [1, 2] }] })
})
