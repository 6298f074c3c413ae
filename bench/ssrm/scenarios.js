// What a grid asks for, and the same as plain SQL. `n` counts the runs: it makes every first request a new one.

const text = (column, field = column) => ({ id: column, field, displayName: column })
const sums = [
  { ...text('quantity'), aggFunc: 'sum' },
  { ...text('price'), aggFunc: 'avg' },
  { ...text('id'), aggFunc: 'count' },
]
const above = (n) => ({ filterType: 'number', type: 'greaterThan', filter: n / 100 })
const page = (startRow, body = {}) => ({ startRow, endRow: startRow + 500, ...body })
const middle = (rows) => Math.floor(rows / 2)

/** Requests that nothing is remembered of. */
export const first = [
  {
    name: 'first page',
    body: (n) => page(n * 1300),
    sql: (n, from) => [`select * from ${from} limit 500 offset ${n * 1300}`],
  },
  {
    name: 'deep page',
    body: (n, rows) => page(middle(rows) + n * 1000),
    sql: (n, from, rows) => [`select * from ${from} limit 500 offset ${middle(rows) + n * 1000}`],
  },
  {
    name: 'top 500 by a number',
    body: (n) => page(0, { sortModel: [{ colId: 'price', sort: 'desc' }], filterModel: { fee: above(n) } }),
    sql: (n, from) => [
      `select * from ${from} where fee > ${n / 100} order by price desc nulls last limit 500`,
      `select count(*) from ${from} where fee > ${n / 100}`,
    ],
  },
  {
    name: 'filter and sort',
    body: (n) =>
      page(0, {
        sortModel: [{ colId: 'quantity', sort: 'desc' }],
        filterModel: {
          price: { filterType: 'number', type: 'greaterThan', filter: 500 + n },
          venue: { filterType: 'text', type: 'equals', filter: 'lse' },
        },
      }),
    sql: (n, from) => [
      `select * from ${from} where price > ${500 + n} and lower(venue) = 'lse' order by quantity desc nulls last limit 500`,
      `select count(*) from ${from} where price > ${500 + n} and lower(venue) = 'lse'`,
    ],
  },
  {
    name: 'set filter',
    body: (n) =>
      page(0, {
        filterModel: { symbol: { filterType: 'set', values: [`S${String(n).padStart(3, '0')}`, 'S400', null] } },
      }),
    sql: (n, from) => {
      const where = `symbol in ('S${String(n).padStart(3, '0')}', 'S400') or symbol is null`
      return [`select * from ${from} where ${where} limit 500`, `select count(*) from ${from} where ${where}`]
    },
  },
  {
    name: 'filtered group: sum, avg, count',
    body: (n) => page(0, { rowGroupCols: [text('venue')], valueCols: sums, filterModel: { fee: above(n) } }),
    sql: (n, from) => [
      `select venue, sum(quantity), avg(price), count(id), count(*) from ${from} where fee > ${n / 100} group by 1 order by 1 limit 500`,
    ],
  },
  {
    name: 'group of everything',
    body: (n) => ({ ...page(0, { rowGroupCols: [text('venue')], valueCols: sums }), endRow: 500 + n }), // each a new one
    sql: (_n, from) => [
      `select venue, sum(quantity), avg(price), count(id), count(*) from ${from} group by 1 order by 1 limit 500`,
    ],
  },
  {
    name: 'second level of a group',
    body: (n) =>
      page(0, {
        rowGroupCols: [text('symbol'), text('venue')],
        groupKeys: [`S${String(n).padStart(3, '0')}`],
        valueCols: sums,
      }),
    sql: (n, from) => [
      `select venue, sum(quantity), avg(price), count(id), count(*) from ${from} where symbol = 'S${String(n).padStart(3, '0')}' group by 1 order by 1 limit 500`,
    ],
  },
]

const sorted = { sortModel: [{ colId: 'price', sort: 'desc' }] }
const filtered = { filterModel: { venue: { filterType: 'set', values: ['NYSE'] } } }
const scattered = (n, rows) => Math.floor(((n * 0.618034) % 1) * rows * 0.9)

/** Pages of a table that somebody scrolls through already. */
export const warm = [
  { name: 'anywhere, unsorted', before: page(0), body: (n, rows) => page(scattered(n, rows)) },
  {
    name: 'anywhere, filtered',
    before: page(5000, filtered),
    body: (n, rows) => page(scattered(n, rows / 5), filtered),
  },
  { name: 'anywhere, sorted', before: page(5000, sorted), body: (n, rows) => page(scattered(n, rows), sorted) },
  { name: 'next page, sorted', before: page(5000, sorted), body: (n) => page(5500 + n * 500, sorted), pause: true },
]

/** What one of several users asks for: pages of a set of their own, one after the other. */
export const users = (turn, user) =>
  page(turn * 500, {
    filterModel: { symbol: { filterType: 'set', values: [`S${String(400 + user).padStart(3, '0')}`, 'S001'] } },
  })
