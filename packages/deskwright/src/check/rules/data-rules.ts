import type { dataProbeErrors } from '../../errors/catalogue/probe-data.ts'
import type { Rule } from './rule.ts'

const page = (part: string, answer: string) =>
  `POST /trades {"startRow": 0, "endRow": 10, ${part}}\n\n200 OK\n\n${answer}`
const beyond = (answer: string) => `POST /trades {"startRow": 6000, "endRow": 6010}\n\n200 OK\n\n${answer}`
const next = (answer: string) => `POST /trades {"startRow": 10, "endRow": 20}\n\n200 OK\n\n${answer}`
const sorted = '"sortModel": [{"colId": "price", "sort": "asc"}]'
const filtered = '"filterModel": {"side": {"filterType": "text", "type": "equals", "filter": "buy"}}'
const grouped = '"rowGroupCols": [{"id": "side", "displayName": "side", "field": "side"}], "groupKeys": []'
const socket = (talk: string) =>
  `GET /quotes/live (wsRowIdColumn "symbol")\n\n101 Switching Protocols\n\n> {"type": "params", "params": {"venue": "X"}}\n${talk}`
const history = (query: string, answer: string) =>
  `GET /udf/history?symbol=AAPL&resolution=D&${query}\n\n200 OK\n\n${answer}`
const range = 'from=1767225600&to=1769904000'

/** Rules about the data of a running backend, where several answers are held against each other. */
export const dataRules: Readonly<Record<keyof typeof dataProbeErrors, Rule>> = {
  'ssrm-sort': {
    spec: 'widget-data §14.1',
    why: 'Two pages are asked for, so that who sorts each page by itself is found too. Every usual order of text counts as sorted.',
    loses: 'widget',
    exchange: {
      bad: page(sorted, '{"rowData": [{"price": 10}, {"price": 9}], "rowCount": 5000}'),
      good: page(sorted, '{"rowData": [{"price": 9}, {"price": 10}], "rowCount": 5000}'),
    },
  },
  'ssrm-filter': {
    spec: 'widget-data §14.3',
    loses: 'widget',
    exchange: {
      bad: page(filtered, '{"rowData": [{"side": "buy"}, {"side": "sell"}], "rowCount": 5000}'),
      good: page(filtered, '{"rowData": [{"side": "buy"}, {"side": "buy"}], "rowCount": 2600}'),
    },
  },
  'ssrm-count': {
    spec: 'widget-data §14.2',
    loses: 'widget',
    exchange: {
      bad: next('{"rowData": [… 10 rows …], "rowCount": 10}'),
      good: next('{"rowData": [… 10 rows …], "rowCount": 5000}'),
    },
  },
  'ssrm-beyond': {
    spec: 'widget-data §14.2',
    loses: 'widget',
    exchange: {
      bad: beyond('{"rowData": [… the last 10 rows …], "rowCount": 5000}'),
      good: beyond('{"rowData": [], "rowCount": 5000}'),
    },
  },
  'ssrm-group': {
    spec: 'widget-data §14.2',
    loses: 'widget',
    exchange: {
      bad: page(grouped, '{"rowData": [{"key": "buy"}, {"key": "sell"}], "rowCount": 2}'),
      good: page(grouped, '{"rowData": [{"side": "buy"}, {"side": "sell"}], "rowCount": 2}'),
    },
  },
  'socket-refused': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: {
      bad: 'GET /quotes/live\nUpgrade: websocket\n\n404 Not Found',
      good: 'GET /quotes/live\nUpgrade: websocket\n\n101 Switching Protocols',
    },
  },
  'socket-denied': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: {
      bad: 'GET /quotes/live\nUpgrade: websocket\nOrigin: https://pro.openbb.co\n\n401 Unauthorized',
      good: 'GET /quotes/live?ticket=Zx81…\nUpgrade: websocket\nOrigin: https://pro.openbb.co\n\n101 Switching Protocols',
    },
  },
  'socket-closed': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: {
      bad: socket('< close 1011 Internal error'),
      good: socket('< {"symbol": "AAPL", "price": 201.5}'),
    },
  },
  'socket-silent': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: { bad: socket('(nothing for 5 s)'), good: socket('< [{"symbol": "AAPL", "price": 201.5}]') },
  },
  'socket-unreadable': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: { bad: socket('< AAPL 201.5'), good: socket('< {"symbol": "AAPL", "price": 201.5}') },
  },
  'socket-row-id': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: { bad: socket('< {"price": 201.5}'), good: socket('< {"symbol": "AAPL", "price": 201.5}') },
  },
  'socket-row-unknown': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: {
      bad: `GET /quotes\n\n200 OK\n\n[{"symbol": "AAPL"}]\n\n${socket('< {"symbol": "aapl", "price": 201.5}')}`,
      good: `GET /quotes\n\n200 OK\n\n[{"symbol": "AAPL"}]\n\n${socket('< {"symbol": "AAPL", "price": 201.5}')}`,
    },
  },
  'socket-value': {
    spec: 'widget-data §12',
    loses: 'widget',
    exchange: {
      bad: socket('< {"symbol": "AAPL", "price": "201.5"}'),
      good: socket('< {"symbol": "AAPL", "price": 201.5}'),
    },
  },
  'options-shape': {
    spec: 'widgets-json §6.4',
    exchange: {
      bad: 'GET /venues\n\n200 OK\n\n[{"name": "Xetra", "id": "X"}]',
      good: 'GET /venues\n\n200 OK\n\n[{"label": "Xetra", "value": "X"}]',
    },
  },
  'options-default': {
    spec: 'widgets-json §6.3',
    exchange: {
      bad: 'GET /venues (value "XETR")\n\n200 OK\n\n[{"label": "Xetra", "value": "X"}]',
      good: 'GET /venues (value "X")\n\n200 OK\n\n[{"label": "Xetra", "value": "X"}]',
    },
  },
  'widget-choice': {
    spec: 'widgets-json §6.4, README §5.2',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices?venue=X (an option of "venue")\n\n500 Internal Server Error',
      good: 'GET /prices?venue=X (an option of "venue")\n\n200 OK\n\n[]',
    },
  },
  'widget-crash': {
    spec: 'widget-data §1, README §7',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices?days=abc ("days" is a number)\n\n500 Internal Server Error',
      good: 'GET /prices?days=abc ("days" is a number)\n\n422 Unprocessable Content\n\n{"detail": "days: a number is expected"}',
    },
  },
  'widget-raw': {
    spec: 'widget-data §3',
    loses: 'widget',
    exchange: {
      bad: 'GET /flows?theme=dark&raw=true (chart, raw: true)\n\n200 OK\n\n{"data": [{"type": "bar", "x": ["A"], "y": [1]}]}',
      good: 'GET /flows?theme=dark&raw=true (chart, raw: true)\n\n200 OK\n\n[{"name": "A", "flow": 1}]',
    },
  },
  'udf-symbol': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: 'GET /udf/symbols?symbol=AAPL (defaultSymbol "AAPL")\n\n200 OK\n\n{"s": "error", "errmsg": "unknown symbol"}',
      good: 'GET /udf/symbols?symbol=AAPL (defaultSymbol "AAPL")\n\n200 OK\n\n{"name": "AAPL", "timezone": "America/New_York", "session": "0930-1600", "minmov": 1, "pricescale": 100, "supported_resolutions": ["D"]}',
    },
  },
  'udf-search': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: 'GET /udf/search?query=AAPL&limit=30 (supports_search)\n\n200 OK\n\n{"results": []}',
      good: 'GET /udf/search?query=AAPL&limit=30 (supports_search)\n\n200 OK\n\n[{"symbol": "AAPL", "full_name": "NASDAQ:AAPL", "description": "Apple", "exchange": "NASDAQ", "ticker": "AAPL", "type": "stock"}]',
    },
  },
  'udf-history': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: history(range, '{"s": "ok", "t": [1767225600], "o": [], "h": [], "l": [], "c": []}'),
      good: history(range, '{"s": "ok", "t": [1767225600], "o": [10], "h": [12], "l": [9], "c": [11]}'),
    },
  },
  'udf-times': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: history(range, '{"s": "ok", "t": [1767225600000], "o": [10], "h": [12], "l": [9], "c": [11]}'),
      good: history(range, '{"s": "ok", "t": [1767225600], "o": [10], "h": [12], "l": [9], "c": [11]}'),
    },
  },
  'udf-range': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: history(range, '{"s": "ok", "t": [1577836800], "o": [10], "h": [12], "l": [9], "c": [11]}'),
      good: history(range, '{"s": "ok", "t": [1767225600], "o": [10], "h": [12], "l": [9], "c": [11]}'),
    },
  },
  'udf-countback': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: history(`${range}&countback=300`, '{"s": "ok", … 21 bars …}'),
      good: history(`${range}&countback=300`, '{"s": "ok", … 300 bars …}'),
    },
  },
  'udf-no-data': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: history('from=0&to=86400', '{"s": "ok", "t": [], "o": [], "h": [], "l": [], "c": []}'),
      good: history('from=0&to=86400', '{"s": "no_data"}'),
    },
  },
  'udf-error-status': {
    spec: 'widget-data §17',
    loses: 'widget',
    exchange: {
      bad: 'GET /udf/symbols?symbol=ZZZ\n\n404 Not Found',
      good: 'GET /udf/symbols?symbol=ZZZ\n\n200 OK\n\n{"s": "error", "errmsg": "unknown symbol ZZZ"}',
    },
  },
}
