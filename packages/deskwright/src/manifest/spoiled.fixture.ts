import { app } from '../define/app.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import { column } from '../define/column.ts'
import { group } from '../define/group.ts'
import { param } from '../define/param.ts'
import { place } from '../define/place.ts'
import { prompt } from '../define/prompt.ts'
import { advancedCharting } from '../define/widgets/advanced-charting.ts'
import { chart } from '../define/widgets/chart.ts'
import { liveGrid } from '../define/widgets/live-grid.ts'
import { metric } from '../define/widgets/metric.ts'
import { multiFileViewer } from '../define/widgets/multi-file-viewer.ts'
import { omni } from '../define/widgets/omni.ts'
import { ssrmTable } from '../define/widgets/ssrm-table.ts'
import { table } from '../define/widgets/table.ts'
import { load } from './widget.fixture.ts'

/** Changes what a factory is called with, as plain JavaScript might. */
export type Spoil = <const Value>(value: Value) => Value

/** A backend that uses most features, each of whose options goes through `spoil` on its way into the factory. */
export function buildDesk(spoil: Spoil): BackendOptions {
  const symbol = param.text(spoil('Symbol'), spoil({ value: 'AAPL', row: 1, options: ['AAPL', 'MSFT'] }))
  const days = param.number('Days', spoil({ options: [1, { label: 'Week', value: 7 }], multiSelect: true, value: [1] }))
  const from = param.date('From', spoil({ value: '$currentDate-1y', style: { popupWidth: 300 } }))
  const view = param.tabs('View', spoil({ options: ['day', 'week'] }))
  const options = () => []
  const book = param.endpoint('Book', spoil({ options, optionsParams: { symbol, limit: 5 }, value: 'a' }))
  const file = param.endpoint('File', spoil({ roles: ['fileSelector'], optionsEndpoint: 'files' }))
  const add = param.form('Add', spoil({ inputParams: { days, save: param.button('Save') }, submit: () => undefined }))
  const columns = {
    symbol: column.text('Symbol', spoil({ sets: { param: symbol, valueField: 'id' }, renderFn: 'titleCase' })),
    book: column.text(spoil('Book'), spoil({ sets: book })),
    close: column.number('Close', spoil({ colorRules: [{ condition: 'gt', value: 1, color: 'red' }], width: 10 })),
    card: column.hoverCard('Card', spoil({ hoverCard: { title: 'T' }, sendToAgent: { markdown: 'Why?' } })),
    line: column.sparkline('Line', spoil({ type: 'line', options: { stroke: '#000' } })),
  }
  const gridData = { w: 20, h: 10 }
  const chartView = { enabled: true, chartType: 'line' } as const
  const prices = table(
    spoil({
      name: 'Prices',
      params: { symbol, from, days, view },
      columns,
      gridData,
      chartView,
      endpoint: 'p/{symbol}',
      load,
    }),
  )
  const books = table(spoil({ name: 'Books', params: { symbol, book, add }, source: ['a'], load }))
  const rows = ssrmTable(spoil({ name: 'Rows', params: { symbol, book }, columns, load }))
  const live = liveGrid(spoil({ name: 'Live', columns, wsEndpoint: 'ws', wsRowIdColumn: 'symbol', load }))
  const files = multiFileViewer(spoil({ name: 'Files', params: { file }, load }))
  const ask = omni(spoil({ name: 'Ask', params: { symbol, book }, load }))
  const figure = chart(spoil({ name: 'Figure', params: { symbol }, load, raw: load, storage: { a: { b: 1 } } }))
  const card = metric(spoil({ name: 'Card', staleTime: 1000, mcp_tool: { mcp_server: 's', tool_id: 't' }, load }))
  const feed = advancedCharting(spoil({ name: 'Feed', datafeed: { config: load, symbols: load, history: load } }))
  const img = { name: 'a.svg', contentType: 'image/svg+xml', load: () => Promise.resolve(new Uint8Array()) }
  const desk = app(
    spoil({
      name: 'Desk',
      img,
      tabs: {
        One: [[prices, place(books, spoil({ w: 10, state: { params: { book: 'b' } } }))], figure],
        Two: [[card, feed], place(files, spoil({ x: 0, y: 40, w: 10, h: 4 })), [place('clock', {}), rows, live, ask]],
      },
      groups: [group(symbol, spoil({ widgets: [prices, books], defaultValue: 'MSFT' }))],
      prompts: ['Hello', prompt`What of ${spoil(prices)}?`],
      mcp_servers: [{ name: 'Desk', url: 'https://example.com/mcp' }],
    }),
  )
  const widgets = { prices, books, rows, live, files, ask, figure, card, feed }
  return spoil({ name: 'Spoiled', widgets, apps: [desk, app(spoil({ name: 'Second', tabs: { '': [[prices]] } }))] })
}
