import type { probeErrors } from '../../errors/catalogue/probe.ts'
import type { Rule } from './rule.ts'

const reach = { spec: 'README §3', loses: 'all widgets' } as const
const secure = { spec: 'README §4.4', loses: 'all widgets' } as const
const document = { spec: 'README §3' } as const
const size = { spec: 'contradictions §7' } as const

const asked = 'GET http://127.0.0.1:7779/widgets.json'
const found = '200 OK\nContent-Type: application/json\n\n{"prices": {…}}'
const answered = { good: `${asked}\n\n${found}` }
const isValid = 'subjectAltName: DNS:desk.example.com\nnotBefore: 2026-01-01, notAfter: 2027-01-01\nissuer: Example CA'
const certified = `GET https://desk.example.com/widgets.json\n\n${isValid}`

/** Rules about the way to a backend and how its documents come: name, connection, TLS, HTTP. */
export const transportRules = {
  'host-unknown': {
    ...reach,
    exchange: { ...answered, bad: 'GET http://dekstop:7779/widgets.json\n\ngetaddrinfo ENOTFOUND dekstop' },
  },
  'port-refused': {
    ...reach,
    exchange: { ...answered, bad: 'GET http://127.0.0.1:7797/widgets.json\n\nconnect ECONNREFUSED 127.0.0.1:7797' },
  },
  'address-other': {
    ...reach,
    exchange: {
      bad: 'uvicorn main:app --host ::1 --port 7779\n\nGET http://127.0.0.1:7779/widgets.json\n\nconnect ECONNREFUSED 127.0.0.1:7779',
      good: `uvicorn main:app --host 127.0.0.1 --port 7779\n\n${answered.good}`,
    },
  },
  'address-unspecified': {
    ...reach,
    exchange: { ...answered, bad: `GET http://0.0.0.0:7779/widgets.json\n\n${found}` },
  },
  'address-insecure': {
    ...secure,
    exchange: {
      bad: `GET http://desk.example.com/widgets.json\n\n${found}`,
      good: `GET https://desk.example.com/widgets.json\n\n${found}`,
    },
  },
  'host-silent': {
    ...reach,
    exchange: { ...answered, bad: 'GET http://10.20.30.40:7779/widgets.json\n\n(no connection within 5 s)' },
  },
  'host-unreachable': {
    ...reach,
    exchange: { ...answered, bad: 'GET http://10.20.30.40:7779/widgets.json\n\nconnect ENETUNREACH 10.20.30.40:7779' },
  },
  'server-closes': { ...reach, exchange: { ...answered, bad: `${asked}\n\n(the connection is closed)` } },
  'server-silent': { ...reach, exchange: { ...answered, bad: `${asked}\n\n(nothing within 5 s)` } },
  'server-foreign': {
    ...reach,
    exchange: { ...answered, bad: 'GET http://127.0.0.1:25/widgets.json\n\n220 mail.example.com ESMTP' },
  },
  'tls-only': {
    ...secure,
    exchange: {
      bad: 'GET http://desk.example.com:7779/widgets.json\n\n400 Bad Request\n\nThe plain HTTP request was sent to HTTPS port',
      good: `GET https://desk.example.com:7779/widgets.json\n\n${found}`,
    },
  },
  'tls-missing': {
    ...secure,
    exchange: { ...answered, bad: 'GET https://127.0.0.1:7779/widgets.json\n\nSSL routines: wrong version number' },
  },
  'tls-failed': {
    ...secure,
    exchange: { bad: 'GET https://desk.example.com/widgets.json\n\nSSL alert: protocol version', good: certified },
  },
  'tls-expired': {
    ...secure,
    exchange: {
      bad: certified.replace('2026-01-01, notAfter: 2027-01-01', '2020-01-01, notAfter: 2021-01-01'),
      good: certified,
    },
  },
  'tls-expires-soon': {
    ...secure,
    exchange: { bad: certified.replace('2027-01-01', 'in three days'), good: certified },
  },
  'tls-name': {
    ...secure,
    exchange: { bad: certified.replace('DNS:desk.example.com', 'DNS:www.example.com'), good: certified },
  },
  'tls-usage': {
    ...secure,
    exchange: {
      bad: `${certified}\nextendedKeyUsage: clientAuth`,
      good: `${certified}\nkeyUsage: digitalSignature\nextendedKeyUsage: serverAuth`,
    },
  },
  'tls-chain': {
    ...secure,
    exchange: {
      bad: 'ssl_certificate cert.pem;        # desk.example.com',
      good: 'ssl_certificate fullchain.pem;   # desk.example.com, and who issued it',
    },
  },
  'tls-untrusted': {
    ...secure,
    exchange: { bad: certified.replace('issuer: Example CA', 'issuer: desk.example.com'), good: certified },
  },
  'document-page': {
    ...reach,
    exchange: {
      ...answered,
      bad: `${asked}\n\n200 OK\nContent-Type: text/html\n\n<!doctype html>\n<title>Sign in</title>`,
    },
  },
  'document-elsewhere': {
    ...reach,
    exchange: {
      bad: `${asked}\n\n404 Not Found`,
      good: `GET http://127.0.0.1:7779/api/widgets.json\n\n${found}`,
    },
  },
  'document-redirect': {
    spec: 'README §4.2',
    loses: 'all widgets',
    exchange: {
      bad: `${asked}\nOrigin: https://pro.openbb.co\n\n307 Temporary Redirect\nLocation: /v2/widgets.json`,
      good: `${asked}\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: https://pro.openbb.co\nVary: Origin`,
    },
  },
  'document-cut': {
    ...document,
    exchange: {
      bad: `${asked}\n\n200 OK\nContent-Length: 500\n\n{"prices": {`,
      good: `${asked}\n\n200 OK\nContent-Length: 92\n\n{"prices": {"name": "Prices", "description": "Prices of the day", "endpoint": "prices"}}`,
    },
  },
  'document-endless': {
    ...document,
    exchange: { ...answered, bad: `${asked}\n\n200 OK\n\n{"prices": {…}, … (64 MB, and it goes on)` },
  },
  'document-miscompressed': {
    ...document,
    exchange: {
      bad: `${asked}\n\n200 OK\nContent-Encoding: gzip\n\n{"prices": {…}}`,
      good: `${asked}\n\n200 OK\nContent-Encoding: gzip\n\n1f 8b 08 00 …`,
    },
  },
  'document-late': {
    spec: 'README §3, §9',
    exchange: { bad: `${asked}\n\n200 OK (after 12 s)`, good: `${asked}\n\n200 OK (after 0.1 s)` },
  },
  'answer-large': {
    ...size,
    exchange: {
      bad: 'GET /trades (table)\n\n200 OK\n\n[… 400,000 rows, 62 MB …]',
      good: 'POST /trades {"startRow": 0, "endRow": 100} (ssrm_table)\n\n200 OK\n\n{"rowData": [… 100 rows …], "rowCount": 400000}',
    },
  },
  'answer-uncompressed': {
    ...size,
    exchange: {
      bad: `${asked}\nAccept-Encoding: gzip, deflate, br\n\n200 OK\nContent-Length: 840000`,
      good: `${asked}\nAccept-Encoding: gzip, deflate, br\n\n200 OK\nContent-Encoding: gzip\nContent-Length: 61000`,
    },
  },
  'widget-redirect': {
    spec: 'README §4.2, §6',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices\nOrigin: https://pro.openbb.co\n\n307 Temporary Redirect\nLocation: http://127.0.0.1:7779/prices/',
      good: 'GET /prices\nOrigin: https://pro.openbb.co\n\n200 OK\nAccess-Control-Allow-Origin: https://pro.openbb.co\n\n[]',
    },
  },
  'widget-miscompressed': {
    spec: 'README §7',
    loses: 'widget',
    exchange: {
      bad: 'GET /prices\n\n200 OK\nContent-Encoding: gzip\n\n[]',
      good: 'GET /prices\n\n200 OK\nContent-Type: application/json\n\n[]',
    },
  },
} as const satisfies { readonly [Code in keyof typeof probeErrors]?: Rule }
