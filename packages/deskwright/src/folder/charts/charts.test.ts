import { describe, expect, it } from 'vitest'
import { useFolder } from '../desk.fixture.ts'

const folder = useFolder()

describe('a chart in JSON', () => {
  it('of Plotly is drawn in the colours of Workspace', async () => {
    const figure = { data: [{ type: 'bar', x: ['a'], y: [1] }], layout: { title: { text: 'Sales' } } }
    const desk = await folder.serve({ 'sales.json': JSON.stringify(figure) })
    expect(desk.widget('sales')).toMatchObject({ type: 'chart' })
    expect(await desk.get('sales', '?theme=light')).toMatchObject({
      data: [{ type: 'bar' }],
      layout: { title: { text: 'Sales' }, paper_bgcolor: 'transparent', font: { color: '#1f2024' } },
    })
  })

  it('of Vega-Lite gets the data of the folder', async () => {
    const spec = {
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      layer: [{ data: { url: '../prices.csv' }, mark: 'line', encoding: { x: { field: 'day' } } }],
      data: { url: 'https://example.com/far.json' },
    }
    const desk = await folder.serve({ 'charts/line.json': JSON.stringify(spec), 'prices.csv': 'day,close\n1,2\n' })
    expect(desk.widget('charts_line')).toMatchObject({ type: 'chart-vegalite' })
    expect(await desk.get('charts_line')).toMatchObject({
      background: 'transparent',
      layer: [{ data: { values: 'day,close\n1,2\n', format: { type: 'csv' } }, mark: 'line' }],
      data: { url: 'https://example.com/far.json' },
    })
  })

  it.each(['../../secret.csv', '/../secret.csv', '..%2f..%2fsecret.csv'])(
    'of Vega-Lite gets nothing from outside: %s',
    async (url) => {
      const desk = await folder.serve({
        'charts/line.json': JSON.stringify({ data: { url }, mark: 'line', encoding: {} }),
      })
      await folder.write('../secret.csv', 'secret')
      expect(await desk.get('charts_line')).toMatchObject({ status: 404, text: expect.not.stringContaining('secret,') })
    },
  )

  it('that only looks like one stays data', async () => {
    const desk = await folder.serve({ 'rows.json': '{"data":[{"a":1}],"total":1}' })
    expect(await desk.get('rows')).toEqual([{ a: 1 }])
  })
})
