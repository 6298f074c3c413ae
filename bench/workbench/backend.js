// What the Workbench is measured with: `BENCH_DESK` chooses the desk that this backend has as its only app.
import { app, chart, column, defineBackend, markdown, metric, newsfeed, table } from 'deskwright'
import { liveGrid, poll } from 'deskwright/live'

const words = ['ALFA', 'BETA', 'GAMMA', 'DELTA', 'OMEGA']
const toRow = (index) => ({
  symbol: `${words[index % words.length]}-${index}`,
  day: new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString().slice(0, 10),
  close: 100 + (index % 97) / 3,
  change: Math.sin(index) / 10,
  volume: 1_000_000 + index * 37,
})
const columns = {
  symbol: column.text('Symbol'),
  day: column.date('Day'),
  close: column.number('Close', { decimalPlaces: 2 }),
  change: column.normalizedPercent('Change', { decimalPlaces: 2, renderFn: 'greenRed' }),
  volume: column.integer('Volume'),
}
const rows = Array.from({ length: 200 }, (_, index) => toRow(index))
const prices = (name) => table({ name, columns, load: () => rows })
const line = (name, points, type) => {
  const x = Float64Array.from({ length: points }, (_, index) => index)
  const y = x.map((value) => Math.sin(value / 300) * 50 + (value % 7))
  const figure = { data: [{ type, mode: 'lines', x: [...x], y: [...y] }], layout: {} }
  return chart({ name, load: () => figure })
}

/** Four tables, three charts, three metrics, a text and the news: what an ordinary app has. */
const twelve = {
  ...Object.fromEntries(words.slice(0, 4).map((word) => [word.toLowerCase(), prices(word)])),
  ...Object.fromEntries(['First', 'Second', 'Third'].map((name) => [name.toLowerCase(), line(name, 300, 'scatter')])),
  ...Object.fromEntries(
    ['Sales', 'Margin', 'Debt'].map((label) => [
      label.toLowerCase(),
      metric({ name: label, load: () => ({ label, value: '1,234', delta: '5.6' }) }),
    ]),
  ),
  story: markdown({
    name: 'Story',
    load: () => '# Story\n\nSome **words** about it.\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  }),
  news: newsfeed({
    name: 'News',
    load: () =>
      rows.slice(0, 20).map(({ symbol, day }) => ({
        title: `${symbol} did something`,
        date: `${day}T12:00:00Z`,
        author: 'Bench',
        excerpt: 'What it did.',
        body: 'What it did, told at length.',
      })),
  }),
}

const liveRows = 500
let tick = 0
const toQuote = (index) => ({
  id: index,
  price: 100 + Math.sin(index + tick / 10) * 5,
  size: (index * 31 + tick) % 1000,
})
const toQuotes = () => {
  tick += 1
  return Array.from({ length: liveRows }, (_, index) => toQuote(index))
}
/** Every row changes 20 times a second. */
const live = {
  quotes: liveGrid({
    name: 'Quotes',
    columns: {
      id: column.integer('Id'),
      price: column.number('Price', { decimalPlaces: 2, renderFn: 'showCellChange' }),
      size: column.integer('Size', { renderFn: 'showCellChange' }),
    },
    rowId: 'id',
    messagesPerSecond: 20,
    load: toQuotes,
    subscribe: (_params, { signal }) => poll(toQuotes, 50, signal),
  }),
}

const wide = Array.from({ length: 50 }, (_, index) => `c${index}`)
const large = {
  large: table({
    name: 'Large',
    columns: Object.fromEntries(wide.map((name) => [name, column.integer(name)])),
    load: () =>
      Array.from({ length: 100_000 }, (_, row) =>
        Object.fromEntries(wide.map((name, index) => [name, row * 50 + index])),
      ),
  }),
}

const points = { points: line('Points', 1_000_000, 'scattergl') }

const desks = { twelve, live, large, points }
const name = process.env.BENCH_DESK ?? 'twelve'
const widgets = desks[name]
const list = Object.values(widgets)
const rowsOf = (size) => list.flatMap((_, index) => (index % size === 0 ? [list.slice(index, index + size)] : []))

export default defineBackend({ name, widgets, apps: [app({ name, tabs: { Main: rowsOf(4) } })] })
