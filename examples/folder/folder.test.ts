import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from 'deskwright/node'
import { articlesSchema, metricsSchema, plotlyFigureSchema, vegaLiteSpecSchema } from 'deskwright/spec'
import { testBackend } from 'deskwright/testing'

let desk: ReturnType<typeof testBackend>
let widgets: object
let problems: readonly unknown[]
beforeAll(async () => {
  const folder = await openFolder(fileURLToPath(new URL('data', import.meta.url)))
  const backend = await folder.load()
  problems = backend.manifest.diagnostics
  desk = testBackend(backend)
  ;({ widgets } = await desk.documents())
})

describe('the folder example', () => {
  it('needs no code and has no problems', () => {
    expect(problems).toEqual([])
    expect(widgets).toMatchObject({
      about: { type: 'markdown', name: 'About this desk' },
      desk_exposure: { type: 'chart-vegalite' },
      desk_news: { type: 'newsfeed' },
      desk_notes: { type: 'table' },
      desk_positions: { type: 'table' },
      desk_value: { type: 'metric' },
      equity_candles: { type: 'chart' },
      equity_close: { type: 'chart' },
      equity_prices: { type: 'table', name: 'Prices' },
    })
  })

  it('has a tab for each folder, whose charts follow one company', async () => {
    const { apps } = await desk.documents()
    expect(apps).toMatchObject([
      {
        name: 'Data',
        tabs: { data: {}, desk: {}, equity: {} },
        groups: [{ paramName: 'symbol', widgetIds: ['equity_candles', 'equity_close'] }],
      },
    ])
  })

  it('reads one table from four files, and numbers with decimal commas', async () => {
    expect(await desk.get('equity_prices')).toHaveLength(240)
    expect(await desk.get('desk_positions')).toContainEqual({
      symbol: 'BRVO',
      quantity: -3000,
      average_price: 51.25,
      opened_on: '2026-01-15',
    })
  })

  it('answers as each type of widget has to', async () => {
    expect(metricsSchema.safeParse(await desk.get('desk_value')).error).toBeUndefined()
    expect(articlesSchema.safeParse(await desk.get('desk_news')).error).toBeUndefined()
    expect(plotlyFigureSchema.safeParse(await desk.get('equity_close')).error).toBeUndefined()
    expect(plotlyFigureSchema.safeParse(await desk.get('equity_candles')).error).toBeUndefined()
    expect(vegaLiteSpecSchema.safeParse(await desk.get('desk_exposure')).error).toBeUndefined()
  })
})
