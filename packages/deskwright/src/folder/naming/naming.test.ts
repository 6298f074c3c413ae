import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { widgetIdPattern } from '../../spec/constants.ts'
import { toTitle } from '../../internal/to-title.ts'
import { toWidgetIds } from './widget-ids.ts'

describe('toTitle', () => {
  it.each([
    ['market_cap', 'Market cap'],
    ['marketCap', 'Market cap'],
    ['market-cap', 'Market cap'],
    ['GDP_usd', 'GDP USD'],
    ['id', 'ID'],
    ['Miles_per_Gallon', 'Miles per Gallon'],
    ['US Gross', 'US Gross'],
    ['adjusted CO2', 'Adjusted CO2'],
    ['iPhone sales', 'iPhone sales'],
    ['Petal.Length', 'Petal.Length'],
    ['市值', '市值'],
    ['__', '__'],
  ])('writes %s as %s', (name, title) => {
    expect(toTitle(name)).toBe(title)
  })
})

const toIds = (...paths: string[]) => toWidgetIds(paths.map((path) => ({ path })))

describe('toWidgetIds', () => {
  it('makes ids of paths', () => {
    expect(toIds('prices.csv', 'equity/daily prices.csv', 'trades.csv.gz', 'Zürich.json', '行情.csv')).toEqual([
      'prices',
      'equity_daily_prices',
      'trades',
      'Zurich',
      expect.stringMatching(/^csv_|^file_/),
    ])
  })

  it('adds the ending where two files differ in nothing else', () => {
    expect(toIds('prices.csv', 'prices.parquet', 'other.csv')).toEqual(['prices_csv', 'prices_parquet', 'other'])
  })

  it('names the parts of a file', () => {
    expect(
      toWidgetIds([
        { path: 'graph.json', part: 'nodes' },
        { path: 'graph.json', part: 'links' },
      ]),
    ).toEqual(['graph_nodes', 'graph_links'])
  })

  it('gives every path a legal id of its own, the same at every start and in every order', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 30 })
    fc.assert(
      fc.property(names, (paths) => {
        const ids = toIds(...paths)
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(paths.length)
        expect(ids.filter((id) => !widgetIdPattern.test(id))).toEqual([])
        expect(toIds(...paths.toReversed()).toReversed()).toEqual(ids)
      }),
    )
  })
})
