import { describe, expect, it } from 'vitest'
import { readVegaSpec } from './read-vega-spec.ts'

describe('the specification of an answer', () => {
  it('is the answer, or what is at dataKey', () => {
    const spec = { mark: 'bar', data: { values: [{ element: 1 }] } }
    expect(readVegaSpec(spec, undefined)).toEqual({ spec, problems: [] })
    expect(readVegaSpec({ chart: { spec } }, 'chart.spec').spec).toEqual(spec)
  })

  it.each([
    [[], 'an array'],
    ['{"mark":"bar"}', 'a text'],
    [null, 'null'],
    [{ data: {} }, 'draws nothing: it has data'],
    [{ userOptions: {} }, 'draws nothing'],
  ])('is not %j', (answer, expected) => {
    const { spec, problems } = readVegaSpec(answer, undefined)
    expect(spec).toBeUndefined()
    expect(problems).toMatchObject([{ severity: 'error', message: expect.stringContaining(expected) }])
  })

  it('keeps to its widget', () => {
    const { spec, problems } = readVegaSpec(
      {
        mark: 'bar',
        usermeta: { embedOptions: { config: 'https://evil.test/config.json' } },
        params: [{ name: 'p', bind: { input: 'range', element: 'body' } }],
        layer: [
          { data: { sequence: { start: 0, stop: 1e12 } } },
          { data: { sequence: { start: 0, stop: 10, step: 0 } } },
        ],
      },
      undefined,
    )
    expect(spec).toEqual({
      mark: 'bar',
      params: [{ name: 'p', bind: { input: 'range' } }],
      layer: [{ data: {} }, { data: {} }],
    })
    expect(problems.map(({ path }) => path)).toEqual([
      'params[0].bind.element',
      'layer[0].data.sequence',
      'layer[1].data.sequence',
    ])
  })
})
