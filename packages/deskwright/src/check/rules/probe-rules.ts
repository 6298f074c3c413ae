import type { probeErrors } from '../../errors/catalogue/probe.ts'
import type { Rule } from './rule.ts'
import { transportRules } from './transport-rules.ts'

const cors: Rule = { spec: 'README §4.2', loses: 'all widgets' }

/** Rules about what a running backend answers. No document shows them. */
export const probeRules: Readonly<Record<keyof typeof probeErrors, Rule>> = {
  ...transportRules,
  'cors-origin': {
    ...cors,
    exchange: {
      bad: 'GET /widgets.json\nOrigin: https://pro.openbb.co\n\n200 OK',
      good: 'GET /widgets.json\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: https://pro.openbb.co\nVary: Origin',
    },
  },
  'cors-preflight': {
    ...cors,
    exchange: {
      bad: 'OPTIONS /widgets.json\nOrigin: https://pro.openbb.co\nAccess-Control-Request-Headers: x-api-key\n\n401 Unauthorized',
      good: 'OPTIONS /widgets.json\nOrigin: https://pro.openbb.co\nAccess-Control-Request-Headers: x-api-key\n\n204 No Content\nAccess-Control-Allow-Origin: https://pro.openbb.co\nAccess-Control-Allow-Headers: x-api-key',
    },
  },
  'cors-error-answer': {
    spec: 'README §4.2',
    exchange: {
      bad: 'GET /prices?symbol=ZZZ\nOrigin: https://pro.openbb.co\n\n404 Not Found',
      good: 'GET /prices?symbol=ZZZ\nOrigin: https://pro.openbb.co\n\n404 Not Found\nAccess-Control-Allow-Origin: https://pro.openbb.co',
    },
  },
  'cors-widget': {
    spec: 'README §4.2',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices\nOrigin: https://pro.openbb.co\n\n200 OK\n\n[]',
      good: 'GET /prices\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: https://pro.openbb.co\nVary: Origin\n\n[]',
    },
  },
  'cors-vary': {
    spec: 'README §4.1',
    exchange: {
      bad: 'GET /widgets.json\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: https://pro.openbb.co',
      good: 'GET /widgets.json\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: https://pro.openbb.co\nVary: Origin',
    },
  },
  'cors-credentials': {
    spec: 'README §4.1',
    exchange: {
      bad: 'GET /widgets.json\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true',
      good: 'GET /widgets.json\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: *',
    },
  },
  'cors-private-network': {
    spec: 'README §4.3',
    exchange: {
      bad: 'OPTIONS /widgets.json\nOrigin: https://pro.openbb.co\nAccess-Control-Request-Headers: x-api-key\nAccess-Control-Request-Private-Network: true\n\n204 No Content\nAccess-Control-Allow-Origin: https://pro.openbb.co\nAccess-Control-Allow-Headers: x-api-key',
      good: 'OPTIONS /widgets.json\nOrigin: https://pro.openbb.co\nAccess-Control-Request-Headers: x-api-key\nAccess-Control-Request-Private-Network: true\n\n204 No Content\nAccess-Control-Allow-Origin: https://pro.openbb.co\nAccess-Control-Allow-Headers: x-api-key\nAccess-Control-Allow-Private-Network: true',
    },
  },
  'widget-unanswered': {
    spec: 'README §7',
    loses: 'widget',
    exchange: { bad: 'GET /prices\n\n(nothing within 60 s)', good: 'GET /prices\n\n200 OK\n\n[]' },
  },
  'widget-status': {
    spec: 'README §3, §7',
    loses: 'widget',
    exchange: { bad: 'GET /prices\n\n500 Internal Server Error', good: 'GET /prices\n\n200 OK\n\n[]' },
  },
  'widget-no-content': {
    spec: 'README §7',
    loses: 'widget',
    exchange: { bad: 'GET /prices\n\n204 No Content', good: 'GET /prices\n\n200 OK\n\n[]' },
  },
  'widget-unreadable': {
    spec: 'README §7',
    loses: 'widget',
    exchange: { bad: 'GET /prices\n\n200 OK\n\n[{"price": NaN}]', good: 'GET /prices\n\n200 OK\n\n[{"price": null}]' },
  },
  'widget-encoding': {
    spec: 'README §7',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices\n\n200 OK\n\n[{"city": "Z\\xFCrich"}]   (Latin-1)',
      good: 'GET /prices\n\n200 OK\n\n[{"city": "Z\\xC3\\xBCrich"}]   (UTF-8)',
    },
  },
  'widget-shape': {
    spec: 'widget-data §2 to §17',
    loses: 'widget',
    exchange: {
      bad: 'GET /flows (chart-highcharts)\n\n200 OK\n\n{"series": []}',
      good: 'GET /flows (chart-highcharts)\n\n200 OK\n\n{"userOptions": {"series": []}}',
    },
  },
  'widget-data-key': {
    spec: 'widget-data §2',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices (dataKey "rows")\n\n200 OK\n\n{"data": []}',
      good: 'GET /prices (dataKey "rows")\n\n200 OK\n\n{"rows": []}',
    },
  },
  'widget-columns': {
    spec: 'widget-data §2',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices (column "Price")\n\n200 OK\n\n[{"price": 1}]',
      good: 'GET /prices (column "price")\n\n200 OK\n\n[{"price": 1}]',
    },
  },
  'widget-slow': {
    spec: 'README §8',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices (no run button)\n\n200 OK (after 12 s)',
      good: 'GET /prices (runButton: true)\n\n200 OK (after 12 s)',
    },
  },
  'widget-page': {
    spec: 'widget-data §14',
    loses: 'widget',
    exchange: {
      bad: 'POST /trades {"startRow": 0, "endRow": 10}\n\n200 OK\n\n{"rowData": [… 5000 rows …], "rowCount": 5000}',
      good: 'POST /trades {"startRow": 0, "endRow": 10}\n\n200 OK\n\n{"rowData": [… 10 rows …], "rowCount": 5000}',
    },
  },
  'widget-frame': {
    spec: 'widget-data §10',
    loses: 'widget',
    exchange: {
      bad: 'GET /page\n\n200 OK\nX-Frame-Options: DENY',
      good: 'GET /page\n\n200 OK\nContent-Security-Policy: frame-ancestors https://pro.openbb.co',
    },
  },
}
