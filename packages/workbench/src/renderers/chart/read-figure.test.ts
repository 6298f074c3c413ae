import { describe, expect, it } from 'vitest'
import { readFigure } from './read-figure.ts'
import { valueAtKey } from './value-at-key.ts'

const figure = { data: [{ type: 'bar', y: [1] }], layout: { title: { text: 'T' } }, config: {}, frames: [] }
const messages = (answer: unknown, dataKey?: string) =>
  readFigure(answer, dataKey).problems.map(({ path, message }) => `${path ?? ''} ${message}`)

describe('the figure of an answer', () => {
  it('is the answer, what is below results, or what is at dataKey', () => {
    for (const [answer, dataKey] of [
      [figure, undefined],
      [{ results: figure }, undefined],
      [{ payload: [{ chart: figure }] }, 'payload[0].chart'],
      [figure, 'nowhere.to.be.found'],
    ] as const) {
      expect(readFigure(answer, dataKey)).toEqual({ figure, problems: [] })
    }
  })

  it('does not look below results once dataKey has led somewhere', () => {
    expect(messages({ chart: { results: figure } }, 'chart')[0]).toContain('no data, but results')
  })

  it('has empty parts where they are missing or null', () => {
    expect(readFigure({ data: [], layout: null, frames: null }, undefined)).toEqual({
      figure: { data: [], layout: {}, config: {}, frames: [] },
      problems: [],
    })
  })

  it('leaves out what has the wrong shape, and says where that is', () => {
    const { figure: read, problems } = readFigure(
      { results: { data: [{ y: [1] }, null, 'bar'], layout: [], config: 'x', frames: [1] } },
      undefined,
    )
    expect(read).toEqual({ data: [{ y: [1] }], layout: {}, config: {}, frames: [] })
    expect(problems.map(({ path }) => path)).toEqual([
      'results.data[1]',
      'results.data[2]',
      'results.layout',
      'results.config',
      'results.frames[0]',
    ])
  })

  it('leaves out parts of the layout that Plotly breaks on', () => {
    const layout = { xaxis: 7, yaxis2: null, template: 'plotly_dark', title: 'T', xaxis2: {} }
    const { figure: read, problems } = readFigure({ data: [], layout }, undefined)
    expect(read?.layout).toEqual({ title: 'T', xaxis2: {} })
    expect(problems.map(({ path }) => path)).toEqual(['layout.xaxis', 'layout.yaxis2', 'layout.template'])
  })

  it.each([
    [[{ a: 1 }], 'an array'],
    [JSON.stringify(figure), 'turned into JSON twice'],
    ['hello', 'a text'],
    [null, 'null'],
    [7, 'a number'],
    [{}, 'nothing at all'],
    [{ data: { y: [1] } }, 'data This is an object'],
    [{ userOptions: {} }, 'userOptions'],
  ])('is not %j', (answer, expected) => {
    expect(readFigure(answer, undefined).figure).toBeUndefined()
    expect(messages(answer)).toEqual([expect.stringContaining(expected)])
  })

  it('names the widget type whose answer it is', () => {
    expect(readFigure({ userOptions: {} }, undefined).problems[0]?.hint).toContain('chart-highcharts')
    expect(readFigure({ $schema: 'https://vega.github.io/schema/vega-lite/v5.json' }, '').problems[0]?.hint).toContain(
      'vegalite',
    )
  })
})

it('follows own keys only', () => {
  expect(valueAtKey({ a: { b: [1, 2] } }, 'a.b.1')).toBe(2)
  expect(valueAtKey({ a: 1 }, 'constructor.name')).toEqual({ a: 1 })
})
