import { describe, expect, it, vi } from 'vitest'
import { lightenTraces, manyPoints } from './lighten-traces.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const many = manyPoints * 2
const [withGraphics, without] = [() => true, () => false]

describe('traces of very many points', () => {
  it('stay as they are up to a limit, over all traces together', () => {
    const bars = { type: 'bar', y: numbers(manyPoints / 2) }
    const traces = [bars, bars]
    expect(lightenTraces(traces, without).traces).toBe(traces)
    expect(lightenTraces([...traces, { type: 'bar', y: [1] }], without).shown).toBeLessThanOrEqual(manyPoints)
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
      expect(lightenTraces(traces, withGraphics).traces).toBe(traces)
    }
  })

  it('go to the graphics hardware when they are points, and keep every one', () => {
    const { traces, shown } = lightenTraces([{ type: 'scatter', mode: 'markers', y: numbers(many) }], withGraphics)
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
      without,
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
    const { traces, total } = lightenTraces([{ type: 'bar', y: { dtype: 'f8', bdata } }], without)
    expect(total).toBe(many)
    expect(traces).toMatchObject([{ y: expect.arrayContaining([0, 2, 4]) }])
  })

  it('are left to Plotly when their packing is broken', () => {
    const traces = [{ type: 'bar', y: { dtype: 'f8', bdata: '%%%' } }]
    expect(lightenTraces(traces, withGraphics).traces).toBe(traces)
  })
})

describe('traces that graphics hardware draws', () => {
  const grid = (side: number) => Array.from({ length: side }, () => numbers(side))

  it('stay as they are where there is some, whatever their size', () => {
    const traces = [
      { type: 'scattergl', mode: 'markers', y: numbers(many) },
      { type: 'scatter3d', x: numbers(many) },
      { type: 'surface', z: grid(300) },
    ]
    expect(lightenTraces(traces, withGraphics).traces).toBe(traces)
  })

  it('are drawn without it where there is none: lines whole, points thinned', () => {
    const { traces, total, shown } = lightenTraces(
      [
        { type: 'scattergl', mode: 'lines', y: numbers(many) },
        { type: 'scattergl', mode: 'markers', y: numbers(many) },
        { type: 'scatterpolargl', r: [1], theta: [2] },
      ],
      without,
    )
    expect(traces.map(({ type }) => type)).toEqual(['scatter', 'scatter', 'scatterpolar'])
    expect(traces.map(({ y }) => (y as number[] | undefined)?.length)).toEqual([many, many / 2, undefined])
    expect({ total, shown }).toEqual({ total: many, shown: many / 2 })
  })

  it('are thinned in space, row by row and in each dimension', () => {
    const { traces, total, shown } = lightenTraces(
      [
        { type: 'surface', x: numbers(400), z: grid(400) },
        { type: 'scatter3d', x: numbers(20_000), marker: { color: numbers(20_000) } },
      ],
      without,
    )
    const [surface, cloud] = traces as [
      { x: unknown[]; z: unknown[][] },
      { x: unknown[]; marker: { color: unknown[] } },
    ]
    expect([surface.x.length, surface.z.length, surface.z[0]?.length]).toEqual([200, 200, 200])
    expect([cloud.x.length, cloud.marker.color.length]).toEqual([10_000, 10_000])
    expect({ total, shown }).toEqual({ total: 180_000, shown: 50_000 })
    const [splom] = lightenTraces(
      [{ type: 'splom', dimensions: [{ values: numbers(20_000) }, { values: numbers(20_000) }] }],
      without,
    ).traces as [{ dimensions: { values: unknown[] }[] }]
    expect(splom.dimensions.map(({ values }) => values.length)).toEqual([10_000, 10_000])
  })

  it('are left out when they cannot be thinned', () => {
    const { traces, shown } = lightenTraces([{ type: 'volume', x: numbers(many) }], without)
    expect(traces).toMatchObject([{ visible: false }])
    expect(shown).toBe(0)
  })

  it('are the only ones for which the hardware is asked about', () => {
    const ask = vi.fn<() => boolean>(() => true)
    lightenTraces([{ type: 'bar', y: [1] }, { y: numbers(many) }, { type: 'heatmap', z: grid(300) }], ask)
    expect(ask).not.toHaveBeenCalled()
  })
})

it('contours of very many cells are thinned, as finding them takes long', () => {
  const z = Array.from({ length: 1000 }, () => numbers(1000))
  expect(lightenTraces([{ type: 'contour', z }], withGraphics)).toMatchObject({ total: 1_000_000, shown: 40_000 })
})
