import { describe, expect, it } from 'vitest'
import { lightenTraces, manyPoints } from './lighten-traces.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const many = manyPoints * 2

describe('traces of very many points', () => {
  it('stay as they are up to a limit, over all traces together', () => {
    const bars = { type: 'bar', y: numbers(manyPoints / 2) }
    const traces = [bars, bars]
    expect(lightenTraces(traces, false).traces).toBe(traces)
    expect(lightenTraces([...traces, { type: 'bar', y: [1] }], false).shown).toBeLessThanOrEqual(manyPoints)
  })

  it('stay as they are when they are one path, one picture, or not shown', () => {
    for (const trace of [
      { mode: 'lines' },
      {},
      { type: 'histogram' },
      { type: 'heatmap' },
      { type: 'bar', visible: false },
    ]) {
      const traces = [{ ...trace, y: numbers(many) }]
      expect(lightenTraces(traces, true).traces).toBe(traces)
    }
  })

  it('go to the graphics hardware when they are points, and keep every one', () => {
    const { traces, shown } = lightenTraces([{ type: 'scatter', mode: 'markers', y: numbers(many) }], true)
    expect(traces).toMatchObject([{ type: 'scattergl' }])
    expect(shown).toBe(many)
  })

  it('are thinned evenly, in everything that belongs to a point', () => {
    const y = numbers(many)
    const { traces, total, shown } = lightenTraces(
      [
        {
          mode: 'markers',
          x: y,
          y,
          marker: {
            size: y,
            colorscale: [
              [0, 'red'],
              [1, 'blue'],
            ],
          },
          name: 'A',
        },
      ],
      false,
    )
    const half = y.filter((value) => value % 2 === 0)
    expect(traces).toEqual([
      {
        mode: 'markers',
        x: half,
        y: half,
        marker: {
          size: half,
          colorscale: [
            [0, 'red'],
            [1, 'blue'],
          ],
        },
        name: 'A',
      },
    ])
    expect({ total, shown }).toEqual({ total: many, shown: many / 2 })
  })

  it('are counted and thinned in packed form too', () => {
    const bdata = Buffer.from(Float64Array.from(numbers(many)).buffer).toString('base64')
    const { traces, total } = lightenTraces([{ type: 'bar', y: { dtype: 'f8', bdata } }], false)
    expect(total).toBe(many)
    expect(traces).toMatchObject([{ y: expect.arrayContaining([0, 2, 4]) }])
  })

  it('are left to Plotly when their packing is broken', () => {
    const traces = [{ type: 'bar', y: { dtype: 'f8', bdata: '%%%' } }]
    expect(lightenTraces(traces, true).traces).toBe(traces)
  })
})
