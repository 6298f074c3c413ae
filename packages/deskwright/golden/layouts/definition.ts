import { app, chart, metric, param, place, prompt, table, type BackendOptions } from '../../src/index.ts'

const load = (): never => {
  throw new Error('not asked')
}
const symbol = param.text('Symbol', { value: 'AAPL' })
const prices = table({ name: 'Prices', params: { symbol }, gridData: { w: 30, h: 14 }, load })
const card = metric({ name: 'Card', load })
const figure = chart({ name: 'Figure', gridData: { w: 15, h: 10.5 }, load })
const img = { name: 'desk.svg', contentType: 'image/svg+xml', load: () => Promise.resolve(new Uint8Array()) }

/** How rows are packed, what places say, and everything else of an app. */
export default {
  name: 'Layouts',
  widgets: { prices, card, figure },
  apps: [
    app({
      name: 'Everything',
      description: 'Says all that an app may say',
      img,
      img_dark: { ...img, name: 'dark desk.svg' },
      img_light: 'https://example.com/light.svg',
      allowCustomization: false,
      selected_agent: 'helper',
      authentication: 'A key of Acme',
      mcp_servers: [{ name: 'Acme', url: 'https://mcp.example.com/mcp', description: 'Tools', authType: 'token' }],
      prompts: ['What is new?', prompt`What moved ${prices} and ${card}?`],
      tabs: {
        'Price & Performance': [[prices, card], [card, card, card], card, [place(card, { w: 12 }), figure]],
        'price  performance': [place(card, { w: 12, h: 4 }), [place(card, { w: 5 }), place(card, { w: 5 })], []],
        'Price   Performance': [
          place(prices, {
            x: 0,
            y: 2,
            w: 20,
            h: 10,
            minW: 5,
            minH: 5,
            maxW: 40,
            maxH: 50,
            static: true,
            state: {
              params: { symbol: 'MSFT' },
              paramOrder: ['symbol'],
              chartView: { enabled: true, chartType: 'bar' },
              columnState: { default: { version: '1' } },
              filterModel: { close: { filterType: 'number' } },
              style: { borderWidth: 1, radius: 4, contentPadding: 8, shadow: 'sm' },
            },
          }),
          [place(figure, { x: 20, y: 2 })],
          place('rich_note_1', { x: 0, y: 30, w: 10, h: 4, state: { storage: { text: 'Hello', html: '<p>Hello</p>' } } }),
          [place('clock', { w: 6 }), place('navigation_bar', {})],
        ],
      },
    }),
    app({ name: 'One tab', tabs: { '': [[prices], [card, figure]] } }),
    app({ name: 'One named tab', tabs: { Overview: [[prices]] } }),
    app({ name: 'No tabs', tabs: {} }),
  ],
} satisfies BackendOptions
