import { expect, it } from 'vitest'
import { keepLocal } from './keep-local.ts'
import type { Figure } from './read-figure.ts'

const local = (figure: Partial<Figure>) => keepLocal({ data: [], layout: {}, config: {}, frames: [], ...figure })

it('leaves a figure as it is that asks nobody', () => {
  const figure = {
    data: [{ type: 'heatmap', x: [1, 2], z: [[1], [2]], customdata: [{ source: null }] }],
    layout: { title: { text: 'T' }, images: [{ source: 'data:image/png;base64,AA==' }] },
    config: { displayModeBar: true, scrollZoom: true },
    frames: [{ name: 'a', data: [{ y: [1] }] }],
  }
  expect(local(figure)).toEqual({ figure, removed: [] })
})

it('takes out pictures and shapes of other machines, wherever they are', () => {
  const address = 'https://evil.test/x.png'
  const { figure, removed } = local({
    data: [{ type: 'choropleth', geojson: address }],
    layout: {
      images: [{ source: address, x: 1 }],
      template: { layout: { images: [{ source: ' //evil.test/y' }] } },
      updatemenus: [{ buttons: [{ args: [{ 'images[0].source': address }] }] }],
      map: { style: 'white-bg', layers: [{ sourcetype: 'raster', source: [address] }] },
    },
    frames: [{ layout: { images: [{ source: address }] } }],
  })
  expect(JSON.stringify(figure)).not.toContain('evil')
  expect(removed).toEqual([
    'layout.images[0].source',
    'layout.template.layout.images[0].source',
    'layout.updatemenus[0].buttons[0].args[0].images[0].source',
    'layout.map.layers[0].source',
    'data[0].geojson',
    'frames[0].layout.images[0].source',
  ])
})

it('draws maps on white paper', () => {
  const { figure, removed } = local({
    data: [{ type: 'scattermap' }, { type: 'densitymap', subplot: 'map2' }],
    layout: { map2: { style: 'dark', zoom: 3 }, template: { layout: { map: { style: 'open-street-map' } } } },
  })
  expect(figure.layout).toEqual({
    map: { style: 'white-bg' },
    map2: { style: 'white-bg', zoom: 3 },
    template: { layout: { map: { style: 'white-bg' } } },
  })
  expect(removed).toEqual(['layout.map2.style', 'layout.template.layout.map.style', 'layout.map.style'])
})

it('sends nothing to the cloud', () => {
  expect(
    local({
      config: {
        plotlyServerURL: 'https://evil.test',
        showSendToCloud: true,
        scrollZoom: true,
        modeBarButtonsToAdd: ['drawline', 'sendChartToCloud'],
      },
    }).figure.config,
  ).toEqual({ scrollZoom: true, modeBarButtonsToAdd: ['drawline'] })
})
